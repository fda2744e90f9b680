package dev.bolt.benchmarks.localization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The peer: BM25 (k1 = 1.2, b = 0.75; Robertson and Zaragoza, 2009) over whole words of whole Python files, as a search
 * engine that knows nothing of code.
 */
final class Bm25 {
    private static final double K1 = 1.2;
    private static final double B = 0.75;
    private static final Pattern WORD = Pattern.compile("\\w+");

    private final Map<String, Map<String, Integer>> counts = new HashMap<>();
    private final Map<String, Integer> lengths = new HashMap<>();
    private final Map<String, Integer> documents = new HashMap<>();

    /** Reads every Python file below the directory. */
    Bm25(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().endsWith(".py") && Files.isRegularFile(file))
                    .forEach(file -> add(root.relativize(file).toString(), text(file)));
        }
    }

    /** Files, best first; ties by path. */
    List<String> rank(String query, int limit) {
        double average =
                lengths.values().stream().mapToInt(Integer::intValue).average().orElse(1);
        Map<String, Double> scores = new HashMap<>();
        for (String word : words(query).keySet()) {
            int found = documents.getOrDefault(word, 0);
            double idf = Math.log(1 + (counts.size() - found + 0.5) / (found + 0.5));
            counts.forEach((file, words) -> {
                int count = words.getOrDefault(word, 0);
                double norm = K1 * (1 - B + B * lengths.getOrDefault(file, 0) / average);
                if (count > 0) {
                    scores.merge(file, idf * count * (K1 + 1) / (count + norm), Double::sum);
                }
            });
        }
        return scores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void add(String file, String text) {
        Map<String, Integer> words = words(text);
        counts.put(file, words);
        lengths.put(file, words.values().stream().mapToInt(Integer::intValue).sum());
        words.keySet().forEach(word -> documents.merge(word, 1, Integer::sum));
    }

    private static Map<String, Integer> words(String text) {
        Map<String, Integer> words = new HashMap<>();
        WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .forEach(word -> words.merge(word.group(), 1, Integer::sum));
        return words;
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
