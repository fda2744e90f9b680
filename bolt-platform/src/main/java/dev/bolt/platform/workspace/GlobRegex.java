package dev.bolt.platform.workspace;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Writes a gitignore pattern as a regex over a path: stars stop at slashes, double stars do not. */
final class GlobRegex {
    private final String glob;
    private final StringBuilder regex = new StringBuilder();
    private int at;

    private GlobRegex(String glob) {
        this.glob = glob;
    }

    /** @throws PatternSyntaxException if the pattern ends inside an escape or a class */
    static String of(String glob) {
        var writer = new GlobRegex(glob);
        while (writer.at < glob.length()) {
            writer.next();
        }
        return writer.regex.toString();
    }

    private void next() {
        switch (glob.charAt(at)) {
            case '*' -> stars();
            case '?' -> append("[^/]", 1);
            case '[' -> characterClass();
            case '\\' -> {
                if (at + 1 >= glob.length()) {
                    throw new PatternSyntaxException("Ends in a backslash", glob, at);
                }
                append(Pattern.quote(glob.substring(at + 1, at + 2)), 2);
            }
            default -> append(Pattern.quote(glob.substring(at, at + 1)), 1);
        }
    }

    private void append(String text, int consumed) {
        regex.append(text);
        at += consumed;
    }

    /** Two stars mean "any depth" only as a whole path segment, see gitignore(5); elsewhere they are one star twice. */
    private void stars() {
        boolean segmentStart = at == 0 || glob.charAt(at - 1) == '/';
        if (segmentStart && glob.startsWith("**/", at)) {
            append("(?:[^/]+/)*", 3);
        } else if (segmentStart && at > 0 && glob.substring(at).equals("**")) {
            append(".+", 2);
        } else if (glob.equals("**")) {
            append(".*", 2);
        } else {
            int end = at;
            while (end < glob.length() && glob.charAt(end) == '*') {
                end++;
            }
            append("[^/]*", end - at);
        }
    }

    private void characterClass() {
        int end = classEnd(glob, at);
        if (end < 0) {
            throw new PatternSyntaxException("Unclosed class", glob, at);
        }
        String inside = glob.substring(at + 1, end);
        boolean negated = inside.startsWith("!") || inside.startsWith("^");
        String members = negated ? inside.substring(1) : inside;
        var written = new StringBuilder(negated ? "[^/" : "[");
        for (int i = 0; i < members.length(); i++) {
            char c = members.charAt(i);
            boolean range = c == '-' && i > 0 && i < members.length() - 1;
            written.append(range || Character.isLetterOrDigit(c) ? "" : "\\").append(c);
        }
        regex.append(negated ? written : "(?!/)" + written).append(']');
        at = end + 1;
    }

    /** Where the class that opens here closes; a bracket right after the opening is a member. -1 if nowhere. */
    static int classEnd(String glob, int open) {
        int first = open + 1;
        if (first < glob.length() && (glob.charAt(first) == '!' || glob.charAt(first) == '^')) {
            first++;
        }
        return glob.indexOf(']', first + 1);
    }
}
