package dev.bolt.search.scan;

import dev.bolt.search.regex.LinePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * All matches in a line, as ripgrep iterates them: after an empty match the next search begins one byte on, an empty
 * match right after another match is passed over, and none holds a byte that is no UTF-8.
 */
final class LineMatches {
    /** A match, in bytes. */
    record Span(int start, int end) {}

    /** In a line of so many characters one unbounded repetition costs some milliseconds at most. */
    private static final int SHORT = 4096;

    private final LinePattern pattern;
    private final Line line;
    private final Matcher matcher;
    private final List<Span> found = new ArrayList<>();
    private int lastEnd = -1;

    LineMatches(LinePattern pattern, Line line, Timer timer) {
        this.pattern = pattern;
        this.line = line;
        boolean quick = !pattern.canBacktrack() && line.length() <= SHORT;
        this.matcher = pattern.matcher(quick ? line.scanned() : new Timed(line.scanned(), timer), line.strays());
    }

    List<Span> all() {
        for (int start = 0; start <= line.length(); ) {
            int end = line.stretchEnd(start);
            stretch(start, end);
            start = end + 1;
        }
        return found;
    }

    private void stretch(int from, int end) {
        int at = from;
        while (at <= end && matcher.region(at, end).find()) {
            int start = matcher.start();
            if (line.inside(start)) {
                at = start + 1;
            } else if (matcher.end() > start) {
                add(line.byteOffset(start), line.byteOffset(matcher.end()));
                at = matcher.end();
            } else {
                at = empty(start, end);
            }
        }
    }

    /** Takes an empty match, and those inside the next character; where to go on. */
    private int empty(int unit, int end) {
        int offset = line.byteOffset(unit);
        if (offset != lastEnd) {
            add(offset, offset);
        }
        if (unit >= end) {
            return unit + 1;
        }
        int next = unit + Character.charCount(line.scanned().codePointAt(unit));
        if (pattern.emptyAnywhere()) {
            for (int inside = offset + 1; inside < line.byteOffset(next); inside++) {
                add(inside, inside);
            }
        }
        return next;
    }

    private void add(int start, int end) {
        if (found.size() == FileScan.MOST_FOUND) {
            throw new CrowdedTextException();
        }
        found.add(new Span(start, end));
        lastEnd = end;
    }
}
