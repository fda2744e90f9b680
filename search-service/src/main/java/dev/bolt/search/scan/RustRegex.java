package dev.bolt.search.scan;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.util.Map;

/**
 * Translates the part of Rust's regex syntax that {@link java.util.regex.Pattern} can express with the same matches on
 * one line; refuses the rest, so that an answer is never silently another.
 *
 * <p>Meant for a pattern compiled with {@code UNICODE_CHARACTER_CLASS} and {@code UNIX_LINES}. Syntax after the
 * documentation of Rust's regex crate, version 1.
 */
final class RustRegex {
    private static final Map<String, String> POSIX = Map.ofEntries(
            Map.entry("alnum", "a-zA-Z0-9"),
            Map.entry("alpha", "a-zA-Z"),
            Map.entry("ascii", "\\x00-\\x7F"),
            Map.entry("blank", "\\t "),
            Map.entry("cntrl", "\\x00-\\x1F\\x7F"),
            Map.entry("digit", "0-9"),
            Map.entry("graph", "!-~"),
            Map.entry("lower", "a-z"),
            Map.entry("print", " -~"),
            Map.entry("punct", "!-/:-@\\[-`{-~"),
            Map.entry("space", "\\t\\n\\x0B\\f\\r "),
            Map.entry("upper", "A-Z"),
            Map.entry("word", "0-9A-Za-z_"),
            Map.entry("xdigit", "0-9A-Fa-f"));

    private final String source;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private RustRegex(String source) {
        this.source = source;
    }

    /**
     * The same pattern in Java's syntax.
     *
     * @throws ProblemException BAD_PATTERN if Rust refuses it, too; UNSUPPORTED_OPTION if only Java cannot express it
     */
    static String toJava(String rust) {
        return new RustRegex(rust).translate();
    }

    private String translate() {
        while (at < source.length()) {
            char c = source.charAt(at);
            switch (c) {
                case '\\' -> escape(false);
                case '[' -> charClass();
                case '(' -> group();
                case '*', '+', '?' -> quantifier(1);
                case '{' -> counted();
                default -> {
                    if (c == '}' || c == ']') {
                        out.append('\\');
                    }
                    out.append(c);
                    at++;
                }
            }
        }
        return out.toString();
    }

    private void quantifier(int length) {
        out.append(source, at, at + length);
        at += length;
        if (at < source.length() && source.charAt(at) == '?') {
            out.append('?');
            at++;
        }
        if (at < source.length() && "*+?".indexOf(source.charAt(at)) >= 0) {
            throw unsupported("a repetition of a repetition");
        }
    }

    private void counted() {
        int end = source.indexOf('}', at);
        String body = end < 0 ? "" : source.substring(at + 1, end).replace(" ", "");
        if (!body.matches("\\d+(,\\d*)?")) {
            throw bad("'{' begins no repetition; write \\{ for the character");
        }
        quantifier(end - at + 1);
    }

    private void group() {
        if (!source.startsWith("(?", at)) {
            out.append('(');
            at++;
        } else if (source.startsWith("(?:", at)) {
            copy(3);
        } else if (source.startsWith("(?=", at)
                || source.startsWith("(?!", at)
                || source.startsWith("(?<=", at)
                || source.startsWith("(?<!", at)
                || source.startsWith("(?>", at)) {
            throw bad("look-around and atomic groups are not part of ripgrep's syntax");
        } else if (source.startsWith("(?P<", at)) {
            at += 4;
            named();
        } else if (source.startsWith("(?<", at)) {
            at += 3;
            named();
        } else {
            flags();
        }
    }

    private void named() {
        int end = source.indexOf('>', at);
        if (end < 0) {
            throw bad("a group name does not end");
        }
        out.append('(');
        at = end + 1;
    }

    private void flags() {
        int end = at + 2;
        while (end < source.length() && source.charAt(end) != ':' && source.charAt(end) != ')') {
            if ("is-".indexOf(source.charAt(end)) < 0) {
                throw unsupported("the flag '" + source.charAt(end) + "'");
            }
            end++;
        }
        if (end >= source.length()) {
            throw bad("a group does not end");
        }
        copy(end + 1 - at);
    }

    private void charClass() {
        int end = at + 1;
        out.append('[');
        if (end < source.length() && source.charAt(end) == '^') {
            out.append('^');
            end++;
        }
        at = end;
        boolean first = true;
        while (at < source.length() && (first || source.charAt(at) != ']')) {
            if (source.startsWith("[:", at)) {
                posix();
            } else if (source.charAt(at) == '['
                    || source.startsWith("&&", at)
                    || source.startsWith("--", at)
                    || source.startsWith("~~", at)) {
                throw unsupported("a class inside a class");
            } else if (source.charAt(at) == '\\') {
                escape(true);
            } else {
                char c = source.charAt(at++);
                if (c == ']' || c == '&' || c == '^') {
                    out.append('\\');
                }
                out.append(c);
            }
            first = false;
        }
        if (at >= source.length()) {
            throw bad("a class does not end");
        }
        out.append(']');
        at++;
    }

    private void posix() {
        int end = source.indexOf(":]", at);
        String name = end < 0 ? "" : source.substring(at + 2, end);
        boolean negated = name.startsWith("^");
        String ranges = POSIX.get(negated ? name.substring(1) : name);
        if (ranges == null) {
            throw bad("there is no class [:" + name + ":]");
        }
        out.append(negated ? "[^" : "[").append(ranges).append(']');
        at = end + 2;
    }

    private void escape(boolean inClass) {
        if (at + 1 >= source.length()) {
            throw bad("it ends in a backslash");
        }
        char c = source.charAt(at + 1);
        if ("dDsSwWtnrf".indexOf(c) >= 0 || (!inClass && "bB".indexOf(c) >= 0)) {
            if (!inClass && c == 'b' && source.startsWith("\\b{", at)) {
                throw unsupported("\\b{…}");
            }
            copy(2);
        } else if (c == 'v') {
            out.append("\\x0B");
            at += 2;
        } else if (c == 'a') {
            out.append("\\x07");
            at += 2;
        } else if (c == 'p' || c == 'P') {
            property();
        } else if (c == 'x' || c == 'u' || c == 'U') {
            codePoint(c);
        } else if (c < 128 && !Character.isLetterOrDigit(c)) {
            copy(2);
        } else if (c == 'A' || c == 'z') {
            throw unsupported("\\" + c);
        } else {
            throw bad("\\" + c + " means nothing; backreferences are not part of ripgrep's syntax");
        }
    }

    private void property() {
        char sign = source.charAt(at + 1);
        int start = at + 2;
        boolean braced = start < source.length() && source.charAt(start) == '{';
        int end = braced ? source.indexOf('}', start) : start;
        if (end < 0 || end >= source.length()) {
            throw bad("a property does not end");
        }
        String name = braced ? source.substring(start + 1, end) : source.substring(start, start + 1);
        if (!name.matches("[A-Za-z_]+")) {
            throw unsupported("the property '" + name + "'");
        }
        out.append('\\')
                .append(sign)
                .append('{')
                .append(name.length() <= 2 ? name : "Is" + name)
                .append('}');
        at = end + 1;
    }

    private void codePoint(char kind) {
        int start = at + 2;
        int end;
        String digits;
        if (start < source.length() && source.charAt(start) == '{') {
            end = source.indexOf('}', start) + 1;
            digits = end <= 0 ? "" : source.substring(start + 1, end - 1);
        } else {
            end = Math.min(source.length(), start + (kind == 'x' ? 2 : kind == 'u' ? 4 : 8));
            digits = source.substring(start, end);
        }
        if (!digits.matches("[0-9A-Fa-f]{1,8}") || !Character.isValidCodePoint(Integer.parseUnsignedInt(digits, 16))) {
            throw bad("\\" + kind + " names no code point");
        }
        out.append("\\x{").append(digits).append('}');
        at = end;
    }

    private void copy(int length) {
        out.append(source, at, at + length);
        at += length;
    }

    private ProblemException bad(String reason) {
        return new ProblemException(Problem.BAD_PATTERN, "'%s': %s.".formatted(source, reason)).withField("patterns");
    }

    private ProblemException unsupported(String what) {
        return new ProblemException(
                        Problem.UNSUPPORTED_OPTION,
                        "'%s' has %s, which needs ripgrep 14 or newer on the PATH (npm @vscode/ripgrep, or your system's package)."
                                .formatted(source, what))
                .withField("patterns");
    }
}
