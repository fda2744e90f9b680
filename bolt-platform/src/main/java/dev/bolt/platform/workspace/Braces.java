package dev.bolt.platform.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** Writes {@code a{b,c}d} out as {@code abd} and {@code acd}, as ripgrep's globs do and git's do not. */
final class Braces {
    private static final int MOST = 1024;

    private Braces() {}

    /** @throws PatternSyntaxException if braces do not pair, or stand for more than 1,024 patterns */
    static List<String> expand(String pattern) {
        int open = find(pattern, 0, '{');
        if (open < 0) {
            if (find(pattern, 0, '}') >= 0) {
                throw new PatternSyntaxException("Unopened brace", pattern, 0);
            }
            return List.of(pattern);
        }
        List<String> expanded = new ArrayList<>();
        int close = close(pattern, open);
        for (String alternative : split(pattern.substring(open + 1, close))) {
            expanded.addAll(expand(pattern.substring(0, open) + alternative + pattern.substring(close + 1)));
            if (expanded.size() > MOST) {
                throw new PatternSyntaxException("Too many alternatives", pattern, open);
            }
        }
        return expanded;
    }

    private static List<String> split(String inside) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < inside.length(); i++) {
            switch (inside.charAt(i)) {
                case '\\' -> i++;
                case '{' -> depth++;
                case '}' -> depth--;
                case ',' -> {
                    if (depth == 0) {
                        parts.add(inside.substring(from, i));
                        from = i + 1;
                    }
                }
                default -> {}
            }
        }
        parts.add(inside.substring(from));
        return parts;
    }

    private static int close(String pattern, int open) {
        int depth = 0;
        for (int i = open; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '\\' -> i++;
                case '{' -> depth++;
                case '}' -> {
                    if (--depth == 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        throw new PatternSyntaxException("Unclosed brace", pattern, open);
    }

    /** The character outside escapes and classes; -1 if there is none. */
    private static int find(String pattern, int from, char wanted) {
        for (int i = from; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                int end = GlobRegex.classEnd(pattern, i);
                i = end < 0 ? i : end;
            } else if (c == wanted) {
                return i;
            }
        }
        return -1;
    }
}
