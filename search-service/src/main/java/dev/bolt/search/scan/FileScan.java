package dev.bolt.search.scan;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.Submatch;
import dev.bolt.api.search.TextQuery;
import dev.bolt.search.plan.Needles;
import dev.bolt.search.regex.LinePattern;
import dev.bolt.search.scan.LineMatches.Span;
import dev.bolt.search.text.TextLine;
import dev.bolt.search.text.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Searches one text, line by line, with the context that was asked for. Used by one thread. */
final class FileScan implements TextSearch {
    /** Lines and matches in a text that are kept, some 200 and 40 bytes each. */
    static final int MOST_FOUND = 100_000;

    private final TextQuery query;
    private final LinePattern pattern;
    private final Timer timer;
    private final @Nullable LineFinder finder;
    private final @Nullable LineAutomaton automaton;

    /** Where it stands, and nowhere else, there is a match, if the line is ASCII. */
    private final @Nullable Needle literal;

    /** Whether that is so in any line. */
    private final boolean anyLine;

    private final List<MatchedLine> lines = new ArrayList<>();
    private final List<MatchedLine> before = new ArrayList<>();
    private IntUnaryOperator numbers = IntUnaryOperator.identity();
    private int found;

    /** @param needles those of the pattern */
    FileScan(TextQuery query, LinePattern pattern, Optional<Needles> needles, Timer timer) {
        this.query = query;
        this.pattern = pattern;
        this.timer = timer;
        this.literal = query.lineRegexp()
                ? null
                : needles.flatMap(Needles::literalInAscii).map(Needle::of).orElse(null);
        this.anyLine = !query.wordRegexp()
                && needles.map(known -> known.strings().size() == 1).orElse(false);
        this.automaton = query.invertMatch() || literal != null
                ? null
                : LineAutomaton.of(pattern.regex(), timer).orElse(null);
        this.finder = query.invertMatch() || needles.isEmpty() ? automaton : new NeedleSearch(needles.get());
    }

    /**
     * Lines that hold no needle of the pattern are passed over unread.
     *
     * @throws BrokenMatchException if what matches cannot be told for sure
     * @throws CrowdedTextException if there are more than {@value #MOST_FOUND} lines and matches
     */
    @Override
    public @Nullable FileMatches search(String path, FileText file, IntUnaryOperator lineNumbers) {
        byte[] bytes = file.bytes();
        lines.clear();
        before.clear();
        found = 0;
        int fitting = 0;
        int after = 0;
        int number = 0;
        boolean all = true; // what is behind the last line that may match, a NUL too, is never looked at
        numbers = lineNumbers;
        int last = query.maxCount() == null ? Integer.MAX_VALUE : query.maxCount();
        if (finder != null) {
            finder.begin(bytes, file.searchable());
        }
        for (int start = 0; start < file.searchable(); number++) {
            timer.tick();
            if (finder != null && after == 0 && fitting < last) {
                int line = finder.nextLine(start);
                if (line < 0) {
                    break;
                }
                if (line > start) {
                    number = passOver(bytes, start, line, number);
                    start = line;
                }
            }
            int end = LineEnds.next(bytes, start, file.searchable());
            boolean ended = end < file.searchable();
            List<Span> spans = fitting < last || after > 0 ? spans(bytes, start, end) : List.of();
            boolean fits = (fitting < last || after > 0) && spans.isEmpty() == query.invertMatch();
            if (fitting < last && fits) {
                fitting++;
                lines.addAll(before);
                before.clear();
                lines.add(shown(number, bytes, start, end, true, ended, spans));
                after = query.afterContext();
            } else if (after > 0) {
                after--;
                // Past the maximum ripgrep still shows the context, and mostly calls a line of it that fits a match.
                boolean match = fits && !pattern.lineByLine();
                lines.add(shown(number, bytes, start, end, match, ended, spans));
            } else if (fitting >= last) {
                all = false;
                break;
            } else {
                keepBefore(number, bytes, start, end, ended);
            }
            start = end + 1;
        }
        return fitting == 0 ? null : new FileMatches(path, List.copyOf(lines), all ? file.binaryOffset() : null);
    }

    @Override
    public @Nullable FileMatches search(String path, NeedleLines taken, @Nullable Long binaryOffset) {
        byte[] bytes = taken.bytes();
        lines.clear();
        found = 0;
        numbers = taken::number;
        for (int i = 0; i < taken.size(); i++) {
            timer.tick();
            int start = taken.start(i);
            int end = taken.end(i);
            List<Span> spans = literal != null && isLiteral(bytes, start, end)
                    ? literal.all(bytes, taken.place(i), start, end, query.wordRegexp())
                    : matches(bytes, start, end);
            if (!spans.isEmpty()) {
                lines.add(shown(i, bytes, start, end, true, taken.ended(i), spans));
            }
        }
        return lines.isEmpty() ? null : new FileMatches(path, List.copyOf(lines), binaryOffset);
    }

    /** Goes on to a later line; its number. The last lines before it are kept as context. */
    private int passOver(byte[] bytes, int from, int line, int number) {
        int context = query.beforeContext();
        int start = line;
        for (int i = 0; i < context && start > from; i++) {
            start = LineEnds.startOf(bytes, start - 1, from);
        }
        int passed = number + LineEnds.count(bytes, from, start);
        while (start < line) {
            int end = LineEnds.next(bytes, start, line);
            keepBefore(passed++, bytes, start, end, true);
            start = end + 1;
        }
        return passed;
    }

    private void keepBefore(int number, byte[] bytes, int start, int end, boolean ended) {
        if (query.beforeContext() > 0) {
            if (before.size() == query.beforeContext()) {
                before.removeFirst();
            }
            List<Span> spans = query.invertMatch() ? spans(bytes, start, end) : List.of();
            before.add(shown(number, bytes, start, end, false, ended, spans));
        }
    }

    private List<Span> spans(byte[] bytes, int start, int end) {
        return literal != null && isLiteral(bytes, start, end)
                ? literal.all(bytes, start, start, end, query.wordRegexp())
                : matches(bytes, start, end);
    }

    /** Whether a match in this line is where the literal stands. */
    private boolean isLiteral(byte[] bytes, int start, int end) {
        return anyLine || Utf8.isAscii(bytes, start, end);
    }

    private List<Span> matches(byte[] bytes, int start, int end) {
        if (automaton != null && finder != automaton && !automaton.mayMatch(bytes, start, end)) {
            return List.of();
        }
        List<Span> spans = new LineMatches(pattern, Line.of(bytes, start, end), timer).all();
        if (Line.beginsAstray(bytes, start, end)
                && !new LineMatches(pattern, Line.behindALineEnd(bytes, start, end), timer)
                        .all()
                        .equals(spans)) {
            throw new BrokenMatchException(); // it depends on which way ripgrep takes for this pattern and text
        }
        return spans;
    }

    /** An empty match at the end of a file that ends in no line end is not shown: ripgrep 15 drops it, too. */
    private MatchedLine shown(
            int number, byte[] bytes, int start, int end, boolean fits, boolean ended, List<Span> spans) {
        found += 1 + spans.size();
        if (found > MOST_FOUND) {
            throw new CrowdedTextException();
        }
        TextLine text = TextLine.of(bytes, start, end);
        // Inverted, it is the context that holds matches, and ripgrep shows them.
        List<Submatch> submatches = fits == query.invertMatch()
                ? List.of()
                : submatches(text, spans, ended ? end + 1 - start : end - start);
        return text.matched(numbers.applyAsInt(number), !fits, submatches);
    }

    private static List<Submatch> submatches(TextLine text, List<Span> spans, int before) {
        if (spans.size() == 1 && spans.getFirst().start() < before) {
            return List.of(
                    text.submatch(spans.getFirst().start(), spans.getFirst().end()));
        }
        List<Submatch> submatches = new ArrayList<>(spans.size());
        for (Span span : spans) {
            if (span.start() < before) {
                submatches.add(text.submatch(span.start(), span.end()));
            }
        }
        return submatches;
    }
}
