package dev.bolt.search.scan;

/**
 * Globs as gitignore(5) and ripgrep's {@code -g} have them: {@code *} and {@code ?} stop at a slash, {@code **} does
 * not, {@code [a-z]} and {@code [!a-z]} are classes, {@code \} takes the next character literally.
 */
final class Glob {
    private Glob() {}

    /**
     * The glob as a {@link java.util.regex.Pattern} over a {@code /}-separated path.
     *
     * @param glob without a leading or trailing slash
     */
    static String toRegex(String glob) {
        return toRegex(glob, false);
    }

    /** As {@link #toRegex(String)}, with {@code {a,b}} alternates as ripgrep's {@code -g} has them if asked for. */
    static String toRegex(String glob, boolean alternates) {
        var regex = new StringBuilder();
        int depth = 0;
        for (int at = 0; at < glob.length(); at++) {
            char c = glob.charAt(at);
            if (c == '*') {
                at = star(glob, at, regex);
            } else if (c == '?') {
                regex.append("[^/]");
            } else if (c == '[') {
                at = charClass(glob, at, regex);
            } else if (c == '\\' && at + 1 < glob.length()) {
                literal(glob.charAt(++at), regex);
            } else if (alternates && c == '{') {
                regex.append("(?:");
                depth++;
            } else if (alternates && c == '}' && depth > 0) {
                regex.append(')');
                depth--;
            } else if (alternates && c == ',' && depth > 0) {
                regex.append('|');
            } else {
                literal(c, regex);
            }
        }
        return regex.toString();
    }

    private static int star(String glob, int at, StringBuilder regex) {
        int end = at;
        while (end + 1 < glob.length() && glob.charAt(end + 1) == '*') {
            end++;
        }
        boolean two = end > at;
        boolean fromStart = at == 0 || glob.charAt(at - 1) == '/';
        boolean atEnd = end + 1 == glob.length();
        if (two && fromStart && atEnd) {
            regex.append(".*");
        } else if (two && fromStart && glob.charAt(end + 1) == '/') {
            regex.append("(?:.*/)?");
            end++;
        } else {
            regex.append("[^/]*");
        }
        return end;
    }

    private static int charClass(String glob, int at, StringBuilder regex) {
        int end = at + 1;
        if (end < glob.length() && (glob.charAt(end) == '!' || glob.charAt(end) == '^')) {
            end++;
        }
        if (end < glob.length() && glob.charAt(end) == ']') {
            end++;
        }
        while (end < glob.length() && glob.charAt(end) != ']') {
            end += glob.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= glob.length()) {
            throw new java.util.regex.PatternSyntaxException("A class that does not end", glob, at);
        }
        String body = glob.substring(at + 1, end);
        boolean negated = body.startsWith("!") || body.startsWith("^");
        if (negated) {
            body = body.substring(1);
        }
        regex.append("(?!/)[").append(negated ? "^" : "");
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '\\' && i + 1 < body.length()) {
                regex.append('\\').append(body.charAt(++i));
            } else if (c == '-') {
                regex.append(i == 0 || i == body.length() - 1 ? "\\-" : "-");
            } else if ("[]&^\\".indexOf(c) >= 0) {
                regex.append('\\').append(c);
            } else {
                regex.append(c);
            }
        }
        regex.append(']');
        return end;
    }

    private static void literal(char c, StringBuilder regex) {
        if (!Character.isLetterOrDigit(c) && c < 128) {
            regex.append('\\');
        }
        regex.append(c);
    }
}
