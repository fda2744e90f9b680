package dev.bolt.orchestrator.evidence;

import dev.bolt.api.code.SourceSpan;
import dev.bolt.api.einstein.SimilarChunk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for a span inside its file, 0 to 1:
 *
 * <pre>  (words + 0.2 · meaning + 0.1 · ln lines) / 1.8,</pre>
 *
 * words and meaning each between the least and the most of this answer, lines those of the whole function and at most
 * 400. Long functions hold more of everything, and BM25 makes them pay for it. A span whose meaning is not known counts
 * as one of the lower quartile. The weights come from 95 changes of pip and pytest; see docs/benchmarks.md.
 */
final class SpanScores {
    private static final double MEANING = 0.2;
    private static final double LENGTH = 0.1;
    private static final double LONGEST = 400;
    private static final double MOST = 1 + MEANING + LENGTH * Math.log(LONGEST);

    private final Map<Place, Double> meanings = new HashMap<>();
    private final Map<Place, Integer> lines = new HashMap<>();
    private final double words;
    private final double least;
    private final double most;
    private final double unknown;

    private record Place(SourceSpan span, @Nullable String symbol) {
        static Place of(SimilarChunk chunk) {
            return new Place(chunk.span(), chunk.symbol());
        }

        /** All pieces of one function. */
        static Place whole(SimilarChunk chunk) {
            return new Place(new SourceSpan(chunk.span().path(), 1, 1), chunk.symbol());
        }
    }

    /**
     * Scores by these answers.
     *
     * @param similar those of words and meaning
     * @param inside all spans of the best files, by their words
     */
    SpanScores(List<SimilarChunk> similar, List<SimilarChunk> inside) {
        words = Math.max(1e-9, Math.max(mostWords(similar), mostWords(inside)));
        for (SimilarChunk chunk : similar) {
            Double meaning = chunk.sources().get("semantic");
            if (meaning != null) {
                meanings.put(Place.of(chunk), meaning);
            }
        }
        List<Double> known = meanings.values().stream().sorted().toList();
        least = known.isEmpty() ? 0 : known.getFirst();
        most = known.isEmpty() ? 0 : known.getLast();
        unknown = known.isEmpty() ? 0 : known.get(known.size() / 4);
        (inside.isEmpty() ? similar : inside)
                .stream()
                        .filter(SpanScores::isFunction)
                        .forEach(chunk -> lines.merge(Place.whole(chunk), count(chunk), Integer::sum));
    }

    double of(SimilarChunk chunk) {
        double word = chunk.sources().getOrDefault("lexical", 0.0) / words;
        double meaning = meanings.getOrDefault(Place.of(chunk), unknown);
        double share = most > least ? (meaning - least) / (most - least) : 0;
        int length = isFunction(chunk) ? lines.getOrDefault(Place.whole(chunk), count(chunk)) : count(chunk);
        return (word + MEANING * share + LENGTH * Math.log(Math.clamp(length, 1, LONGEST))) / MOST;
    }

    private static boolean isFunction(SimilarChunk chunk) {
        return chunk.kind().equals("function") && chunk.symbol() != null;
    }

    private static int count(SimilarChunk chunk) {
        return chunk.span().endLine() - chunk.span().startLine() + 1;
    }

    private static double mostWords(List<SimilarChunk> chunks) {
        return chunks.stream()
                .mapToDouble(chunk -> chunk.sources().getOrDefault("lexical", 0.0))
                .max()
                .orElse(0);
    }
}
