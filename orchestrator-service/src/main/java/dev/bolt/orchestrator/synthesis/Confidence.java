package dev.bolt.orchestrator.synthesis;

import dev.bolt.orchestrator.evidence.Ranking;

/**
 * How likely it is that the workspace answers the question at all.
 *
 * <p>A logistic fit over 115 questions about requests, django, wagtail and pytest and 160 pairs of one of them with a
 * question about something else: the best cosine and the share of the question's words in the best files tell the two
 * apart (area under the curve 0.995; at 0.3, 153 of the 160 are recognised and 1 of the 115 is lost). Something that
 * the question names exactly and that is there adds as much as a quarter of cosine. {@code docs/benchmarks.md} has the
 * run.
 */
final class Confidence {
    private static final double INTERCEPT = -6.4;
    private static final double COSINE = 8.0;
    private static final double COVER = 4.6;
    private static final double ANCHOR = 2.0;

    /** Where no cosine is known, words alone decide, and never surely. */
    private static final double WORDS_INTERCEPT = -4.75;

    private static final double WORDS_COVER = 8.0;
    private static final double MOST_WITHOUT_MEANING = 0.7;

    private Confidence() {}

    /** 0 to 1, two digits; 0 if nothing was found. Grows with each of cosine, cover and anchor. */
    static double of(Ranking ranking) {
        if (ranking.files().isEmpty()) {
            return 0;
        }
        double anchor = ranking.anchored() ? ANCHOR : 0;
        double confidence = ranking.similarity() >= 0
                ? logistic(INTERCEPT + COSINE * ranking.similarity() + COVER * ranking.cover() + anchor)
                : Math.min(MOST_WITHOUT_MEANING, logistic(WORDS_INTERCEPT + WORDS_COVER * ranking.cover() + anchor));
        return Math.round(confidence * 100) / 100.0;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
