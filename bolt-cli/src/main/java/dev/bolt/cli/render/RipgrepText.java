package dev.bolt.cli.render;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.Submatch;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Prints matches byte for byte as {@code rg --sort path} does (after its {@code crates/printer/src/standard.rs} and
 * {@code summary.rs}). Lines that are not UTF-8 come out as the bytes they are.
 */
public final class RipgrepText {
    private final PrintStream out;
    private final RipgrepStyle style;
    private boolean begun;

    /** For one search. */
    public RipgrepText(PrintStream out, RipgrepStyle style) {
        this.out = out;
        this.style = style;
    }

    /** Prints all files as they come. */
    public void print(List<FileMatches> files) {
        files.forEach(this::print);
    }

    /** The files in ripgrep's order. */
    public static List<FileMatches> byPath(List<FileMatches> files) {
        return files.stream()
                .sorted(Comparator.comparing(file -> order(file.path()), Arrays::compareUnsigned))
                .toList();
    }

    /** ripgrep sorts folder by folder: {@code a/b} before {@code a.py}, so a slash is less than any other byte. */
    private static byte[] order(String path) {
        return path.replace('/', '\0').getBytes(StandardCharsets.UTF_8);
    }

    private void print(FileMatches file) {
        switch (style.what()) {
            case LINES, MATCHES -> lines(file);
            case COUNT -> count(file, RipgrepText::lineCount);
            case MATCH_COUNT -> count(file, line -> line.submatches().size());
            case PATH -> {
                if (file.binaryOffset() == null) {
                    write(path(file) + "\n");
                }
            }
        }
    }

    private void count(FileMatches file, ToLongFunction<MatchedLine> each) {
        if (file.binaryOffset() == null) { // ripgrep counts nothing in a file that turns out to be binary
            var matched = file.lines().stream().filter(line -> !line.context());
            write((style.withPath() ? path(file) + ":" : "")
                    + matched.mapToLong(each).sum() + "\n");
        }
    }

    private static long lineCount(MatchedLine line) {
        return Math.max(1, line.text().lines().count());
    }

    private void lines(FileMatches file) {
        if (file.lines().isEmpty()) {
            return;
        }
        if (style.heading()) {
            write((begun ? "\n" : "") + path(file) + "\n");
        }
        int next = -1;
        for (var line : file.lines()) {
            if (style.context() && (next < 0 ? begun && !style.heading() : line.line() > next)) {
                write("--\n");
            }
            begun = true;
            next = line.line() + (int) lineCount(line);
            if (style.what() == RipgrepStyle.What.MATCHES && !line.context()) {
                matches(file, line);
            } else {
                line(file, line);
            }
        }
        if (file.binaryOffset() != null) {
            write(path(file) + ": WARNING: stopped searching binary file after match (found \"\\0\" byte around offset "
                    + file.binaryOffset() + ")\n");
        }
    }

    private void line(FileMatches file, MatchedLine line) {
        int number = line.line();
        var bytes = line.bytes();
        if (bytes != null) {
            write(lead(file, number, line.context()));
            var raw = Base64.getDecoder().decode(bytes);
            out.write(raw, 0, raw.length);
            write("\n");
            return;
        }
        var text = style.colors().on() ? painted(line) : line.text();
        for (var part : text.split("\n", -1)) {
            write(lead(file, number++, line.context()) + part + "\n");
        }
    }

    private void matches(FileMatches file, MatchedLine line) {
        var encoded = line.bytes();
        var raw = encoded != null
                ? Base64.getDecoder().decode(encoded)
                : line.text().getBytes(StandardCharsets.UTF_8);
        for (var match : line.submatches()) {
            write(lead(file, line.line(), false));
            var part = Arrays.copyOfRange(raw, match.startByte(), Math.min(match.endByte(), raw.length));
            out.write(part, 0, part.length);
            write("\n");
        }
    }

    private String painted(MatchedLine line) {
        var text = new StringBuilder();
        int end = 0;
        for (Submatch match : line.submatches()) {
            int from = Math.clamp(match.startColumn(), end, line.text().length());
            int to = Math.clamp(match.endColumn(), from, line.text().length());
            text.append(line.text(), end, from);
            text.append(line.text()
                    .substring(from, to)
                    .lines()
                    .map(style.colors()::match)
                    .collect(Collectors.joining("\n")));
            end = to;
        }
        return text.append(line.text(), end, line.text().length()).toString();
    }

    private String lead(FileMatches file, int number, boolean context) {
        var separator = context ? "-" : ":";
        return (style.withPath() && !style.heading() ? path(file) + separator : "")
                + (style.lineNumbers() ? style.colors().line(String.valueOf(number)) + separator : "");
    }

    private String path(FileMatches file) {
        return style.colors().path(style.prefix() + file.path());
    }

    private void write(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
    }
}
