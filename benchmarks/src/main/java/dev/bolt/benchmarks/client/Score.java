package dev.bolt.benchmarks.client;

import java.util.List;

/** How well rankings name the files that are right. */
public final class Score {
    private Score() {}

    /** Position of the first right file, 1 for the best; 0 if none is there. */
    public static int rank(List<String> ranked, List<String> right) {
        for (int i = 0; i < ranked.size(); i++) {
            if (right.contains(ranked.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Share of ranks that are among the first {@code k}. */
    public static double hit(List<Integer> ranks, int k) {
        return ranks.stream().filter(rank -> rank > 0 && rank <= k).count() / (double) Math.max(1, ranks.size());
    }

    /** Mean reciprocal rank; a miss counts 0. */
    public static double reciprocal(List<Integer> ranks) {
        return ranks.stream()
                .mapToDouble(rank -> rank == 0 ? 0 : 1.0 / rank)
                .average()
                .orElse(0);
    }

    /** The middle one; the lower of two. */
    public static double median(List<Double> values) {
        return values.stream()
                .sorted()
                .skip((values.size() - 1) / 2)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The smallest that at least this share of them, above 0 and up to 1, does not exceed. */
    public static double quantile(List<Double> values, double share) {
        int rank = (int) Math.ceil(share * values.size());
        return values.stream().sorted().skip(Math.max(0, rank - 1)).findFirst().orElse(Double.NaN);
    }

    /** Position of the last right file, 1 for the best; 0 if one of them is not there. */
    public static int lastRank(List<String> ranked, List<String> right) {
        int last = 0;
        for (String one : right) {
            int at = ranked.indexOf(one) + 1;
            if (at == 0) {
                return 0;
            }
            last = Math.max(last, at);
        }
        return last;
    }
}
