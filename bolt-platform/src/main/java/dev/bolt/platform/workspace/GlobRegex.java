package dev.bolt.platform.workspace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Writes a glob as a regex over the bytes of a path, each as one character, token by token as ripgrep 15 reads it
 * (globset 0.4, {@code glob.rs}, with {@code literal_separator} and {@code backslash_escape}): stars stop at slashes,
 * two stars that are a whole part of the path do not, braces hold alternatives, a class is one of bytes.
 */
final class GlobRegex {
    private static final String STAR = "[^/]*";
    private static final String ANY_DEPTH_FIRST = "(?:/?|.*/)";
    private static final String ANY_DEPTH_LAST = "/.*";
    private static final String ANY_DEPTH_BETWEEN = "(?:/|/.*/)";
    private static final int NOTHING = -1;

    private final String glob;
    private final boolean openClasses;

    /** What is written in each branch of the braces that are open, the outermost first. */
    private final List<List<String>> branches = new ArrayList<>(List.of(new ArrayList<>()));

    /** For each pair of braces that is open how many branches there were before it. */
    private final Deque<Integer> braces = new ArrayDeque<>();

    private int at;
    private boolean bracketsAreLiteral;

    private GlobRegex(String glob, boolean openClasses) {
        this.glob = glob;
        this.openClasses = openClasses;
    }

    /**
     * The regex, for {@link java.util.regex.Pattern#DOTALL}.
     *
     * @param openClasses whether a bracket that is not closed stands for itself, and so do all after it
     * @throws PatternSyntaxException with ripgrep's words if it is no glob
     */
    static String of(String glob, boolean openClasses) {
        var writer = new GlobRegex(glob, openClasses);
        while (writer.peek() != NOTHING) {
            writer.token();
        }
        if (!writer.braces.isEmpty()) {
            throw writer.bad("unclosed alternate group; missing '}' (maybe escape '{' with '[{]'?)");
        }
        List<String> tokens = writer.branches.getFirst();
        return tokens.equals(List.of(ANY_DEPTH_FIRST)) ? ".*" : String.join("", tokens);
    }

    private void token() {
        int start = at;
        int c = next();
        switch (c) {
            case '?' -> push("[^/]");
            case '*' -> stars(start == 0 ? NOTHING : glob.charAt(start - 1));
            case '[' -> bracket();
            case '{' -> {
                braces.push(branches.size());
                branches.add(new ArrayList<>());
            }
            case '}' -> closeBrace();
            case ',' -> comma();
            case '\\' -> {
                if (peek() == NOTHING) {
                    throw bad("dangling '\\'");
                }
                push(literal(next()));
            }
            default -> push(literal(c));
        }
    }

    private void closeBrace() {
        if (braces.isEmpty()) {
            throw bad("unopened alternate group; missing '{' (maybe escape '}' with '[}]'?)");
        }
        List<List<String>> closed = branches.subList(braces.pop(), branches.size());
        List<String> alternatives = closed.stream()
                .map(tokens -> String.join("", tokens))
                .filter(text -> !text.isEmpty())
                .toList();
        closed.clear();
        if (!alternatives.isEmpty()) {
            push("(?:" + String.join("|", alternatives) + ")");
        } else {
            push("");
        }
    }

    private void comma() {
        if (braces.isEmpty()) {
            push(literal(','));
        } else {
            branches.add(new ArrayList<>());
        }
    }

    private void stars(int before) {
        if (peek() != '*') {
            star();
            return;
        }
        next();
        if (branch().isEmpty()) {
            if (peek() == NOTHING || peek() == '/') {
                push(ANY_DEPTH_FIRST);
                skip();
            } else {
                star();
            }
            return;
        }
        boolean opens = branches.size() > 1 && (before == ',' || before == '{');
        boolean ends = peek() == NOTHING || (branches.size() > 1 && (peek() == ',' || peek() == '}'));
        if ((before != '/' && !opens) || (!ends && peek() != '/')) {
            star();
            return;
        }
        if (peek() == '/') {
            skip();
        }
        String slash = branch().removeLast();
        boolean anyDepth = slash.equals(ANY_DEPTH_FIRST) || slash.equals(ANY_DEPTH_LAST);
        push(anyDepth ? slash : ends ? ANY_DEPTH_LAST : ANY_DEPTH_BETWEEN);
    }

    /** Two in a row match no more than one, and take a backtracking engine much longer. */
    private void star() {
        if (branch().isEmpty() || !branch().getLast().equals(STAR)) {
            push(STAR);
        }
    }

    private void bracket() {
        int start = at;
        String written = bracketsAreLiteral ? null : characterClass();
        if (written == null) {
            at = start;
            bracketsAreLiteral = true;
            written = literal('[');
        }
        push(written);
    }

    /** Null if it does not end and may be taken for what it is. */
    @Nullable
    private String characterClass() {
        var members = new StringBuilder();
        if (peek() == '!' || peek() == '^') {
            next();
            members.append('^');
        }
        List<int[]> ranges = new ArrayList<>();
        boolean range = false;
        for (int c = peek(); c != ']' || ranges.isEmpty(); c = peek()) {
            if (c == NOTHING) {
                if (openClasses) {
                    return null;
                }
                throw bad("unclosed character class; missing ']'");
            }
            next();
            if (range) {
                ranges.getLast()[1] = c;
                range = false;
                if (ranges.getLast()[0] > c) {
                    throw bad("invalid range; '%s' > '%s'"
                            .formatted(Character.toString(ranges.getLast()[0]), Character.toString(c)));
                }
            } else if (c == '-' && !ranges.isEmpty()) {
                range = true;
            } else {
                ranges.add(new int[] {c, c});
            }
        }
        next();
        if (range) {
            ranges.add(new int[] {'-', '-'});
        }
        for (int[] one : ranges) {
            members.append(literal(one[0])).append(one[0] == one[1] ? "" : "-" + literal(one[1]));
        }
        return "[" + members + "]";
    }

    private List<String> branch() {
        return branches.getLast();
    }

    private void push(String token) {
        branch().add(token);
    }

    private int peek() {
        return at < glob.length() ? glob.codePointAt(at) : NOTHING;
    }

    private int next() {
        int c = glob.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    private void skip() {
        if (peek() != NOTHING) {
            next();
        }
    }

    /** Its bytes in UTF-8, one after the other; in a class each by itself, as ripgrep has it. */
    private static String literal(int codePoint) {
        var written = new StringBuilder();
        for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
            written.append("\\x%02x".formatted(b & 0xFF));
        }
        return written.toString();
    }

    private PatternSyntaxException bad(String reason) {
        return new PatternSyntaxException(reason, glob, at);
    }
}
