package dev.bolt.analysis.syntax;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which lines of a source ask which rules to keep silent: {@code # noqa}, with or without codes, and {@code # bolt:
 * ignore} all of them on that line, {@code # bolt: ignore[rule.id, family]} those, {@code # bolt: ignore-file[…]} in
 * the whole file. A family is the part before the first dot of an id. Filled by the tokenizer, only read afterwards.
 */
public final class Silences {
    private static final Pattern REQUEST = Pattern.compile("#\\s*bolt:\\s*ignore(-file)?(?:\\[([^]]*)])?");
    private static final String ALL = "*";

    private final BitSet lines = new BitSet();
    private final Map<Integer, Set<String>> rules = new HashMap<>();
    private final Set<String> file = new HashSet<>();

    Silences() {}

    /** Of a source that asks for none. */
    public static Silences none() {
        return new Silences();
    }

    /** Takes note of a comment. */
    void comment(String comment, int line) {
        if (containsIgnoringCase(comment, "noqa")) {
            lines.set(line);
        }
        if (!comment.contains("bolt:")) {
            return;
        }
        Matcher request = REQUEST.matcher(comment);
        while (request.find()) {
            String named = request.group(2);
            Set<String> into = request.group(1) == null ? rules.computeIfAbsent(line, _ -> new HashSet<>()) : file;
            if (named == null) {
                into.add(ALL);
            } else {
                Arrays.stream(named.split(",")).map(String::strip).forEach(into::add);
            }
        }
    }

    /** Whether the rule keeps silent on this line, 1-based. */
    public boolean silent(int line, String ruleId) {
        return lines.get(line) || holds(rules.getOrDefault(line, Set.of()), ruleId) || holds(file, ruleId);
    }

    private static boolean holds(Set<String> names, String ruleId) {
        return !names.isEmpty()
                && (names.contains(ALL)
                        || names.contains(ruleId)
                        || names.contains(ruleId.substring(0, Math.max(0, ruleId.indexOf('.')))));
    }

    private static boolean containsIgnoringCase(String text, String word) {
        for (int i = 0; i + word.length() <= text.length(); i++) {
            if (text.regionMatches(true, i, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }
}
