package dev.bolt.benchmarks.vector;

import java.time.Duration;
import java.util.List;

/**
 * What is measured.
 *
 * @param kinds of indexes, in Bolt and beside it
 * @param limit longest that one of them may take, building and searching together
 */
record Chosen(List<String> kinds, Duration limit) {
    static final List<String> BESIDE = List.of("hnswlib", "faiss-flat", "faiss-ivf", "faiss-hnsw");
    static final List<String> ALL =
            List.of("flat", "bits", "ivf", "pq", "hnsw", "hnswlib", "faiss-flat", "faiss-ivf", "faiss-hnsw");
    /** Of many vectors: what takes an hour is left out unless it is asked for. */
    private static final List<String> OF_MANY = List.of("flat", "bits", "ivf", "faiss-flat", "faiss-ivf");

    private static final Duration LONGEST = Duration.ofHours(2);

    /**
     * Everything, two hours each, unless the options say otherwise.
     *
     * @throws IllegalArgumentException if an option or a kind is not known
     */
    static Chosen of(List<String> options, boolean many) {
        var chosen = new Chosen(many ? OF_MANY : ALL, LONGEST);
        for (String option : options) {
            String value = option.substring(option.indexOf('=') + 1);
            chosen = switch (option.substring(0, option.length() - value.length())) {
                case "--kinds=" -> new Chosen(List.of(value.split(",")), chosen.limit);
                case "--minutes=" -> new Chosen(chosen.kinds, Duration.ofMinutes(Long.parseLong(value)));
                default -> throw new IllegalArgumentException("Not known: " + option);
            };
        }
        for (String kind : chosen.kinds) {
            if (!ALL.contains(kind)) {
                throw new IllegalArgumentException("Not known: %s; known are %s".formatted(kind, ALL));
            }
        }
        return chosen;
    }

    boolean has(String kind) {
        return kinds.contains(kind);
    }
}
