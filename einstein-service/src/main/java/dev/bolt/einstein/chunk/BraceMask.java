package dev.bolt.einstein.chunk;

import java.util.Arrays;

/**
 * The lines of a file with everything blank that is no code: comments, what stands in quotes (a quotation mark is left
 * of it), and the preprocessor's lines. Lengths stay as they are. Forgiving: a quote that is not closed ends with its
 * line, but for those that may hold many lines. Linear.
 */
final class BraceMask {
    private static final String BEFORE_REGEX = "(,=:[!&|?{};+";

    private final SourceLines lines;
    private final Braces language;
    private final String[] masked;
    private final boolean[] comments;

    /** What ends the comment or quote that the scan is in; empty for none. */
    private String until = "";

    private boolean raw;

    private BraceMask(SourceLines lines, Braces language) {
        this.lines = lines;
        this.language = language;
        this.masked = new String[lines.count()];
        this.comments = new boolean[lines.count()];
    }

    static BraceMask of(SourceLines lines, Braces language) {
        var mask = new BraceMask(lines, language);
        boolean directive = false;
        for (int number = 1; number <= lines.count(); number++) {
            String line = lines.line(number);
            directive = directive
                    || language == Braces.C
                            && mask.until.isEmpty()
                            && line.stripLeading().startsWith("#");
            if (directive) {
                mask.masked[number - 1] = " ".repeat(line.length());
                directive = line.endsWith("\\");
            } else {
                mask.scan(number - 1, line);
            }
        }
        return mask;
    }

    /** @param number 1-based */
    String line(int number) {
        return masked[number - 1];
    }

    /** Whether there is a comment on this line and nothing else. */
    boolean comment(int number) {
        return comments[number - 1];
    }

    private void scan(int index, String line) {
        char[] code = line.toCharArray();
        boolean comment = until.equals("*/");
        int at = 0;
        while (at < code.length) {
            int end = until.isEmpty() ? skipped(line, at) : closed(line, at);
            boolean said = end > at && (until.equals("*/") || line.startsWith("//", at) || line.startsWith("/*", at));
            comment |= said;
            if (end > at) {
                boolean quote = !said && !(at == 0 && comment);
                Arrays.fill(code, at, Math.min(end, code.length), ' ');
                code[at] = quote ? '"' : ' ';
            }
            at = Math.max(end, at + 1);
        }
        masked[index] = new String(code);
        comments[index] = comment && masked[index].isBlank();
    }

    /** Where what begins here and is no code ends on this line; the place itself if it is code. */
    private int skipped(String line, int at) {
        char c = line.charAt(at);
        if (line.startsWith("//", at)) {
            return line.length();
        }
        if (line.startsWith("/*", at)) {
            return opened(line, at + 2, "*/");
        }
        if (line.startsWith("\"\"\"", at)) {
            return opened(line, at + 3, "\"\"\"");
        }
        return switch (c) {
            case '`' -> language == Braces.SCRIPT || language == Braces.LINED ? opened(line, at + 1, "`") : at;
            case '"' -> language == Braces.WORDED ? text(line, at) : quoted(line, at, '"');
            case '\'' -> language == Braces.SCRIPT || letter(line, at) ? quoted(line, at, '\'') : at;
            case '/' -> language == Braces.SCRIPT && pattern(line, at) ? quoted(line, at, '/') : at;
            default -> at;
        };
    }

    /** A text of many lines; Rust's {@code r#"…"#} ends with as many signs, and knows no escapes. */
    private int text(String line, int at) {
        int from = at;
        while (from > 0 && line.charAt(from - 1) == '#') {
            from--;
        }
        raw = from > 0 && line.charAt(from - 1) == 'r';
        return opened(line, at + 1, raw ? "\"" + line.substring(from, at) : "\"");
    }

    /** A character in quotes, and not a lifetime of Rust or an apostrophe. */
    private static boolean letter(String line, int at) {
        return line.startsWith("\\", at + 1) || line.startsWith("'", at + 2);
    }

    /** Whether a slash begins a regular expression: not after something that can be divided. */
    private static boolean pattern(String line, int at) {
        int before = at - 1;
        while (before >= 0 && line.charAt(before) == ' ') {
            before--;
        }
        return before < 0 || BEFORE_REGEX.indexOf(line.charAt(before)) >= 0 || line.startsWith("return ", before - 5);
    }

    private static int quoted(String line, int at, char quote) {
        int end = at + 1;
        while (end < line.length() && line.charAt(end) != quote) {
            end += line.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, line.length());
    }

    private int opened(String line, int from, String end) {
        until = end;
        return closed(line, from);
    }

    /** Neither a comment nor what Go writes between backticks knows escapes. */
    private boolean escapes() {
        return !raw && !until.equals("*/") && (language == Braces.SCRIPT || !until.equals("`"));
    }

    private int closed(String line, int from) {
        int at = from;
        while (at < line.length()) {
            if (line.startsWith(until, at)) {
                int end = at + until.length();
                until = "";
                raw = false;
                return end;
            }
            at += line.charAt(at) == '\\' && escapes() ? 2 : 1;
        }
        return line.length();
    }
}
