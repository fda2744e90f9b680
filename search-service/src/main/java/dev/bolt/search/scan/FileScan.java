package dev.bolt.search.scan;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.Submatch;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.search.regex.LinePattern;
import dev.bolt.search.scan.LineMatches.Span;
import dev.bolt.search.text.TextLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Searches one file's text, line by line, with the context that was asked for. Used by one thread. */
final class FileScan {
    private final TextQuery query;
    private final LinePattern pattern;
    private final Timer timer;

    FileScan(TextQuery query, LinePattern pattern, Deadline deadline) {
        this.query = query;
        this.pattern = pattern;
        this.timer = new Timer(deadline);
    }

    /**
     * What the file has; empty if no line matches.
     *
     * @param most matching lines after which to stop at once, 0 for no bound
     */
    Optional<FileMatches> search(String path, FileText file, long most) {
        byte[] bytes = file.bytes();
        var lines = new ArrayList<MatchedLine>();
        var before = new ArrayList<MatchedLine>();
        int found = 0;
        int after = 0;
        int number = 0;
        int last = query.maxCount() == null ? Integer.MAX_VALUE : query.maxCount();
        for (int start = 0; start < file.searchable(); ) {
            timer.tick();
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            number++;
            Line line = Line.of(Arrays.copyOfRange(bytes, start, end));
            boolean fits =
                    (found < last || after > 0) && new LineMatches(pattern, line, timer).any() != query.invertMatch();
            if (found < last && fits) {
                found++;
                lines.addAll(before);
                before.clear();
                lines.add(shown(number, line, true, end < bytes.length));
                after = query.afterContext();
                if (most > 0 && found >= most) {
                    break;
                }
            } else if (after > 0) {
                after--;
                // Past the maximum ripgrep still shows the context, and mostly calls a line of it that fits a match.
                boolean match = fits && !pattern.lineByLine();
                lines.add(shown(number, line, match, end < bytes.length));
            } else if (found >= last) {
                break;
            } else if (query.beforeContext() > 0) {
                if (before.size() == query.beforeContext()) {
                    before.removeFirst();
                }
                before.add(shown(number, line, false, end < bytes.length));
            }
            start = end + 1;
        }
        return found == 0 ? Optional.empty() : Optional.of(new FileMatches(path, lines, file.binaryOffset()));
    }

    /** An empty match at the end of a file that ends in no line end is not shown: ripgrep 15 drops it, too. */
    private MatchedLine shown(int number, Line line, boolean fits, boolean ended) {
        TextLine text = TextLine.of(line.bytes());
        List<Submatch> submatches = new ArrayList<>();
        if (fits != query.invertMatch()) { // inverted, it is the context that holds matches, and ripgrep shows them
            for (Span span : new LineMatches(pattern, line, timer).all()) {
                if (ended || span.start() < line.bytes().length) {
                    submatches.add(text.submatch(span.start(), span.end()));
                }
            }
        }
        return text.matched(number, !fits, submatches);
    }
}
