package dev.bolt.einstein.chunk;

import java.util.List;
import java.util.Optional;

/**
 * The lines of a file.
 *
 * @param lines without their ends; the empty rest after a last newline is no line
 */
record SourceLines(List<String> lines) {
    static SourceLines of(String text) {
        return new SourceLines(text.lines().toList());
    }

    int count() {
        return lines.size();
    }

    /** @param number 1-based */
    String line(int number) {
        return lines.get(number - 1);
    }

    /** The lines from first to last, both 1-based and inclusive. */
    String text(int first, int last) {
        return String.join("\n", lines.subList(first - 1, last));
    }

    boolean blank(int number) {
        return line(number).isBlank();
    }

    /** The widest span inside first to last that neither begins nor ends blank; empty if all is blank. */
    Optional<Span> trimmed(int first, int last) {
        int from = first;
        int to = last;
        while (from <= to && blank(from)) {
            from++;
        }
        while (to >= from && blank(to)) {
            to--;
        }
        return from <= to ? Optional.of(new Span(from, to)) : Optional.empty();
    }
}
