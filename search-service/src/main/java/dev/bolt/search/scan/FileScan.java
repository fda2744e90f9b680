package dev.bolt.search.scan;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.Submatch;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Searches one file's text, line by line, with the context that was asked for. */
final class FileScan {
    private final TextQuery query;
    private final Pattern pattern;
    private final Deadline deadline;

    FileScan(TextQuery query, Pattern pattern, Deadline deadline) {
        this.query = query;
        this.pattern = pattern;
        this.deadline = deadline;
    }

    /** What the file has; empty if no line matches. */
    Optional<FileMatches> search(String path, FileText file) {
        byte[] bytes = file.bytes();
        var lines = new ArrayList<MatchedLine>();
        var before = new ArrayList<MatchedLine>();
        int found = 0;
        int after = 0;
        int number = 0;
        int most = query.maxCount() == null ? Integer.MAX_VALUE : query.maxCount();
        for (int start = 0; start < file.searchable(); ) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            number++;
            Line line = Line.of(bytes, start, end);
            List<Submatch> submatches = found < most || after > 0 ? submatches(line) : List.of();
            boolean fits = submatches.isEmpty() == query.invertMatch();
            if (found < most && fits) {
                found++;
                lines.addAll(before);
                before.clear();
                lines.add(shown(number, line, true, submatches));
                after = query.afterContext();
            } else if (after > 0) {
                after--;
                // Past the maximum ripgrep still shows the context, and calls a line of it that fits a match.
                lines.add(shown(number, line, found >= most && fits, submatches));
            } else if (found >= most) {
                break;
            } else if (query.beforeContext() > 0) {
                if (before.size() == query.beforeContext()) {
                    before.removeFirst();
                }
                before.add(shown(number, line, false, List.of()));
            }
            start = end + 1;
        }
        return found == 0 ? Optional.empty() : Optional.of(new FileMatches(path, lines, file.binaryOffset()));
    }

    private MatchedLine shown(int number, Line line, boolean fits, List<Submatch> submatches) {
        boolean marked = fits && !query.invertMatch();
        return new MatchedLine(number, line.text(), line.base64(), !fits, marked ? submatches : List.of());
    }

    /** Each stretch of valid UTF-8 by itself, for no match may hold a byte outside; anchors and words see the line. */
    private List<Submatch> submatches(Line line) {
        Matcher matcher = pattern.matcher(new Timed(line.scanned, deadline, new int[1]));
        matcher.useTransparentBounds(true).useAnchoringBounds(false);
        var found = new ArrayList<Submatch>();
        int length = line.scanned.length();
        for (int start = 0; start <= length; ) {
            int end = line.stretchEnd(start);
            matcher.region(start, end);
            while (matcher.find()) {
                int byteStart = line.byteOffset(matcher.start());
                boolean emptyAfterMatch = matcher.start() == matcher.end()
                        && !found.isEmpty()
                        && found.getLast().endByte() == byteStart;
                if (emptyAfterMatch) {
                    continue; // as Rust's find_iter has it
                }
                found.add(new Submatch(
                        byteStart,
                        line.byteOffset(matcher.end()),
                        line.column(matcher.start()),
                        line.column(matcher.end())));
            }
            start = end + 1;
        }
        return found;
    }
}
