package dev.bolt.search.scan;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.Submatch;
import dev.bolt.search.plan.Needles;
import dev.bolt.search.regex.TextPattern;
import dev.bolt.search.scan.LineMatches.Span;
import dev.bolt.search.text.TextLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Searches a text as a whole, for matches that may go over line ends, and gives ripgrep's blocks of lines
 * (grep-searcher 0.1, {@code glue.rs}, {@code MultiLine}): matches are found one after the other, each in the rest of
 * the text as if nothing stood before it; lines of matches that touch make one block; the matches of a block are then
 * found anew, as they stand in the text. Used by one thread.
 */
public final class TextScan implements TextSearch {
    /** A NUL before, and ripgrep searches nothing. */
    public static final int BINARY_HEAD = 65_536;

    /** Bytes behind a block that its matches can see (grep-printer 0.3, {@code MAX_LOOK_AHEAD}). */
    private static final int LOOK_AHEAD = 128;

    /** Characters before a block that its matches are shown: more than any pattern here can look back. */
    private static final int LOOK_BACK = 64;

    private final TextPattern pattern;
    private final Timer timer;
    private final @Nullable NeedleSearch needles;
    private final @Nullable LineAutomaton automaton;
    private final @Nullable Needle prefix;

    /** @param needles those of the pattern */
    TextScan(TextPattern pattern, Optional<Needles> needles, Timer timer) {
        this.pattern = pattern;
        this.timer = timer;
        this.needles = needles.map(NeedleSearch::new).orElse(null);
        this.prefix = Needles.prefix(pattern.regex())
                .map(known -> Needle.of(known.strings().getFirst()))
                .orElse(null);
        this.automaton = LineAutomaton.acrossLines(pattern.regex(), timer).orElse(null);
    }

    /**
     * Searches it.
     *
     * @throws BrokenMatchException if what matches cannot be told for sure
     * @throws CrowdedTextException if there is too much
     */
    @Override
    public @Nullable FileMatches search(String path, FileText file, IntUnaryOperator numbers) {
        byte[] bytes = file.bytes();
        timer.tick();
        if (file.binaryOffset() != null && file.binaryOffset() < BINARY_HEAD) {
            return null;
        }
        return mayMatch(bytes) ? new Text(bytes, numbers.applyAsInt(0)).matches(path) : null;
    }

    private boolean mayMatch(byte[] bytes) {
        if (needles != null) {
            needles.begin(bytes, bytes.length);
            if (needles.nextLine(0) < 0) {
                return false;
            }
        }
        return automaton == null
                || (prefix == null
                        ? automaton.mayMatch(bytes, 0, bytes.length)
                        : automaton.mayMatch(bytes, 0, bytes.length, prefix));
    }

    /** One text and where its search is. */
    private final class Text {
        private final byte[] bytes;
        private final Line text;
        private final List<MatchedLine> blocks = new ArrayList<>();
        private int counted;
        private int found;
        private int number;
        private @Nullable Long nul;

        Text(byte[] bytes, int firstLine) {
            this.bytes = bytes;
            this.text = Line.of(bytes, 0, bytes.length);
            this.number = firstLine;
        }

        @Nullable
        FileMatches matches(String path) {
            findBlocks();
            return blocks.isEmpty() ? null : new FileMatches(path, blocks, nul);
        }

        private void findBlocks() {
            Matcher matcher = pattern.matcher(new Timed(text.scanned(), timer), text.strays());
            int start = -1;
            int end = -1;
            for (int at = 0; at < text.length() && find(matcher, at, text.length(), 0); at = matcher.end()) {
                if (at > 0 && pattern.asksForPlaces() && isStray(bytes[text.byteOffset(at)])) {
                    throw new BrokenMatchException(); // what ripgrep takes for the byte before depends on its way
                }
                int first = text.byteOffset(matcher.start());
                int from = LineEnds.startOf(bytes, first, 0);
                int to = endOfLine(text.byteOffset(matcher.end()), from);
                if (end < from) {
                    if (start >= 0 && !add(start, end)) {
                        return;
                    }
                    start = from;
                }
                end = to;
            }
            if (start >= 0) {
                add(start, end);
            }
        }

        private static boolean isStray(byte b) {
            return (b & 0xC0) == 0x80;
        }

        /** Behind the line end of the line that the byte before is in. */
        private int endOfLine(int end, int from) {
            return end > from && bytes[end - 1] == '\n'
                    ? end
                    : Math.min(bytes.length, LineEnds.next(bytes, end, bytes.length) + 1);
        }

        /** Adds a block of lines; false if it has a NUL, which ends the search. */
        private boolean add(int start, int end) {
            for (int i = start; i < end; i++) {
                if (bytes[i] == 0) {
                    nul = (long) i;
                    return false;
                }
            }
            number += LineEnds.count(bytes, counted, start);
            counted = start;
            int last = bytes[end - 1] == '\n' ? end - 1 : end;
            TextLine shown = TextLine.of(bytes, start, last);
            List<Submatch> submatches = new ArrayList<>();
            found++;
            for (Span span : spans(start, end)) {
                submatches.add(shown.submatch(span.start() - start, span.end() - start));
                found++;
            }
            if (found > FileScan.MOST_FOUND) {
                throw new CrowdedTextException();
            }
            blocks.add(shown.matched(number, false, submatches));
            return true;
        }

        private List<Span> spans(int start, int end) {
            int to = end + LOOK_AHEAD <= bytes.length ? text.unit(end + LOOK_AHEAD) : text.length();
            int first = text.unit(start);
            int from = Math.max(0, first - LOOK_BACK);
            Matcher matcher = pattern.matcher(new Timed(text.scanned().substring(from, to), timer), text.strays())
                    .useTransparentBounds(true)
                    .useAnchoringBounds(false);
            List<Span> spans = new ArrayList<>();
            for (int at = first - from; at < to - from && find(matcher, at, to - from, from); at = matcher.end()) {
                var span = new Span(text.byteOffset(from + matcher.start()), text.byteOffset(from + matcher.end()));
                if (span.start() >= end) {
                    break;
                }
                if (span.end() > end) {
                    throw new BrokenMatchException();
                }
                if (spans.size() == FileScan.MOST_FOUND) {
                    throw new CrowdedTextException();
                }
                spans.add(span);
            }
            return spans;
        }

        /** @param before units of the text that the matcher does not see */
        private boolean find(Matcher matcher, int from, int to, int before) {
            if (prefix != null && !pattern.asksForPlaces()) {
                return findPrefix(prefix, matcher, from, to, before);
            }
            int at = from;
            while (at <= to && matcher.region(at, to).find()) {
                if (!text.inside(before + matcher.start())) {
                    return true;
                }
                at = matcher.start() + 1;
            }
            return false;
        }

        /** Where no place is asked for, a match can be tried wherever what it begins with stands. */
        private boolean findPrefix(Needle begins, Matcher matcher, int from, int to, int before) {
            int end = text.byteOffset(before + to);
            for (int at = begins.find(bytes, text.byteOffset(before + from), end);
                    at >= 0;
                    at = begins.find(bytes, at + 1, end)) {
                if (matcher.region(text.unit(at) - before, to).lookingAt()) {
                    return true;
                }
            }
            return false;
        }
    }
}
