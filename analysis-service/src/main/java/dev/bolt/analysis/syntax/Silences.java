package dev.bolt.analysis.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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
    private static final int WHOLE_FILE = 0;
    private static final int ALL_LETTERS = "noqa".length();

    private final List<Silence> lines = new ArrayList<>();

    /**
     * One request.
     *
     * @param line 1-based; 0 is the whole file
     * @param rule an id, a family, or {@code *}
     */
    public record Silence(int line, String rule) {}

    Silences() {}

    /** Of a source that asks for none. */
    public static Silences none() {
        return new Silences();
    }

    /** Of a source that asks for these. */
    public static Silences of(Collection<Silence> lines) {
        var silences = new Silences();
        silences.lines.addAll(lines);
        return silences;
    }

    /** All requests, in the order of the source. */
    public List<Silence> lines() {
        return List.copyOf(lines);
    }

    /** Takes note of the comment between these places; most ask for nothing. */
    void comment(byte[] source, int start, int end, int line) {
        for (int i = start; i + ALL_LETTERS <= end; i++) {
            boolean noqa = (source[i] | ' ') == 'n' && (source[i + 1] | ' ') == 'o' && (source[i + 2] | ' ') == 'q';
            if (noqa || source[i] == 'b' && source[i + 1] == 'o' && source[i + 2] == 'l') {
                comment(new String(source, start, end - start, UTF_8), line);
                return;
            }
        }
    }

    private void comment(String comment, int line) {
        if (containsIgnoringCase(comment, "noqa")) {
            lines.add(new Silence(line, ALL));
        }
        if (!comment.contains("bolt:")) {
            return;
        }
        Matcher request = REQUEST.matcher(comment);
        while (request.find()) {
            int where = request.group(1) == null ? line : WHOLE_FILE;
            String named = request.group(2) == null ? ALL : request.group(2);
            Arrays.stream(named.split(","))
                    .map(rule -> new Silence(where, rule.strip()))
                    .forEach(lines::add);
        }
    }

    /** Whether the rule keeps silent on this line, 1-based. */
    public boolean silent(int line, String ruleId) {
        for (Silence each : lines) {
            if ((each.line() == line || each.line() == WHOLE_FILE) && holds(each.rule(), ruleId)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(String name, String ruleId) {
        return name.equals(ALL)
                || name.equals(ruleId)
                || name.equals(ruleId.substring(0, Math.max(0, ruleId.indexOf('.'))));
    }

    private static boolean containsIgnoringCase(String text, String word) {
        for (int i = 0; i + word.length() <= text.length(); i++) {
            if ((text.charAt(i) | ' ') == word.charAt(0) && text.regionMatches(true, i, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }
}
