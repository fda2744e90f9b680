package dev.bolt.benchmarks.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The peer: a person with ripgrep, who looks for each word of the question without its ending and opens the files that
 * have most of them, and of those the ones with most lines.
 */
public final class RipgrepByHand {
    private static final Set<String> COMMON = Set.of(
            ("a an and are be by can do does for from has have how i if in is it its may no of on or the them this to turn "
                            + "uses was were what when where whether which who whose why with into")
                    .split(" "));
    private static final int SHORTEST = 3;

    private RipgrepByHand() {}

    /** Files, best first; ten at most. */
    public static List<String> rank(Path repository, String question) throws IOException, InterruptedException {
        Map<String, int[]> words = new HashMap<>();
        for (String word : words(question)) {
            Process rg = new ProcessBuilder("rg", "--no-config", "-c", "-i", "-F", "-g", "!*.po", "-e", word, "--", ".")
                    .directory(repository.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var out = rg.inputReader(StandardCharsets.UTF_8)) {
                out.lines().forEach(line -> {
                    int colon = line.lastIndexOf(':');
                    int[] counts = words.computeIfAbsent(line.substring(2, colon), path -> new int[2]);
                    counts[0]++;
                    counts[1] += Integer.parseInt(line.substring(colon + 1));
                });
            }
            rg.waitFor();
        }
        return words.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, int[]> file) -> -file.getValue()[0])
                        .thenComparing(file -> -file.getValue()[1])
                        .thenComparing(Map.Entry::getKey))
                .limit(10)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Set<String> words(String question) {
        var words = new LinkedHashSet<String>();
        for (String word : question.toLowerCase(Locale.ROOT).split("[^a-z_]+")) {
            if (word.length() >= SHORTEST && !COMMON.contains(word)) {
                words.add(word.replaceFirst("(?<=\\w{4})(ing|ed|es|s)$", ""));
            }
        }
        return words;
    }
}
