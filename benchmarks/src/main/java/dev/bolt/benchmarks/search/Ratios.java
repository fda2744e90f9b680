package dev.bolt.benchmarks.search;

import dev.bolt.benchmarks.client.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many times as long a peer takes, by the kind of query. */
final class Ratios {
    private final Map<String, List<Double>> byKind = new TreeMap<>();

    void add(String kind, double ratio) {
        byKind.computeIfAbsent(kind, unseen -> new ArrayList<>()).add(ratio);
    }

    /** A Markdown table: how many queries, the least ratio and the median, each kind and all of them. */
    String table(String peer) {
        var table = new StringBuilder(
                "| %s, class | queries | least ratio | median ratio |%n|---|--:|--:|--:|%n".formatted(peer));
        byKind.forEach((kind, ratios) -> table.append(row(kind, ratios)));
        return table.append(row(
                        "all", byKind.values().stream().flatMap(List::stream).toList()))
                .toString();
    }

    private static String row(String kind, List<Double> ratios) {
        double least = ratios.stream().min(Double::compare).orElse(Double.NaN);
        return "| %s | %d | %.1f | %.1f |%n".formatted(kind, ratios.size(), least, Score.median(ratios));
    }
}
