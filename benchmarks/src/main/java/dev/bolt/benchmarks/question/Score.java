package dev.bolt.benchmarks.question;

import java.util.List;

/** How well rankings name the files that are right. */
final class Score {
    private Score() {}

    /** Position of the first right file, 1 for the best; 0 if none is there. */
    static int rank(List<String> ranked, List<String> right) {
        for (int i = 0; i < ranked.size(); i++) {
            if (right.contains(ranked.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Share of ranks that are among the first {@code k}. */
    static double hit(List<Integer> ranks, int k) {
        return ranks.stream().filter(rank -> rank > 0 && rank <= k).count() / (double) Math.max(1, ranks.size());
    }

    /** Mean reciprocal rank; a miss counts 0. */
    static double reciprocal(List<Integer> ranks) {
        return ranks.stream()
                .mapToDouble(rank -> rank == 0 ? 0 : 1.0 / rank)
                .average()
                .orElse(0);
    }

    /** The middle one; the lower of two. */
    static double median(List<Double> values) {
        return values.stream()
                .sorted()
                .skip((values.size() - 1) / 2)
                .findFirst()
                .orElse(Double.NaN);
    }
}
