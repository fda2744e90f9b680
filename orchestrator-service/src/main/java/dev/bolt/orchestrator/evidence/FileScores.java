package dev.bolt.orchestrator.evidence;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Adds up what speaks for each file, with the reason for each part. Used by one thread. */
final class FileScores {
    private static final Pattern TEST =
            Pattern.compile("(^|/)(tests?|testing|fixtures?)/|(^|/)(test_[^/]*|[^/]*_test|conftest)\\.py$");
    private static final Pattern VENDORED =
            Pattern.compile("(^|/)(_?vendor(ed)?|third_party|node_modules|site-packages)/");
    private static final Pattern PROSE = Pattern.compile(
            "(?i)\\.(md|rst|txt|adoc|html?|po|svg|csv|lock)$|(^|/)(licen[cs]e|copying|changelog|changes|history|authors|notice)[^/]*$");
    private static final double PROSE_FACTOR = 0.3;
    private static final double TEST_FACTOR = 0.5;
    private static final double VENDORED_FACTOR = 0.3;

    private final boolean aboutTests;
    private final Map<String, Double> scores = new HashMap<>();
    private final Map<String, TreeSet<Reason>> reasons = new HashMap<>();

    FileScores(boolean aboutTests) {
        this.aboutTests = aboutTests;
    }

    /** What is not code counts 0.3: the question is about code. */
    static boolean isProse(String path) {
        return PROSE.matcher(path).find();
    }

    /** Adds a part as it is; of the reasons the one of the lowest order is told first. */
    void add(String path, double score, int order, String reason) {
        scores.merge(path, score, Double::sum);
        reasons.computeIfAbsent(path, key -> new TreeSet<>()).add(new Reason(order, reason));
    }

    /** Adds a part that is already demoted for tests and vendored code; prose counts 0.3. */
    void addWords(String path, double score) {
        scores.merge(path, score * (isProse(path) ? PROSE_FACTOR : 1), Double::sum);
    }

    /** Adds a part by its factor. */
    void addDemoted(String path, double score, int order, String reason) {
        add(path, score * factor(path), order, reason);
    }

    /** What a part counts in this file: half for a test the question does not ask for, 0.3 for vendored and prose. */
    double factor(String path) {
        double factor = !aboutTests && TEST.matcher(path).find() ? TEST_FACTOR : 1;
        factor *= VENDORED.matcher(path).find() ? VENDORED_FACTOR : 1;
        return factor * (isProse(path) ? PROSE_FACTOR : 1);
    }

    /** Paths, best first; ties by path. */
    List<String> best(int limit) {
        return scores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }

    double score(String path) {
        return scores.getOrDefault(path, 0.0);
    }

    List<String> reasons(String path) {
        return reasons.getOrDefault(path, new TreeSet<>()).stream()
                .map(Reason::text)
                .toList();
    }

    private record Reason(int order, String text) implements Comparable<Reason> {
        @Override
        public int compareTo(Reason other) {
            int byOrder = Integer.compare(order, other.order);
            return byOrder == 0 ? text.compareTo(other.text) : byOrder;
        }
    }
}
