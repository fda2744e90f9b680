package dev.bolt.search.query;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.TextQuery;
import dev.bolt.search.scan.FileSink;
import dev.bolt.search.text.PathOrder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets pass what lies after a query's cursor, up to its limit, and counts it. */
final class Page implements FileSink {
    private final FileSink to;
    private final int limit;
    private final Cursor after;
    private long lines;
    private long files;
    private boolean cut;
    private Cursor last = Cursor.START;
    private String counted = "";

    Page(TextQuery query, FileSink to) {
        this.to = to;
        this.limit = query.limit();
        this.after = query.after() == null ? Cursor.START : Cursor.parse(query.after());
    }

    @Override
    public boolean take(FileMatches file) {
        if (full() || cut) {
            return false;
        }
        FileMatches part = part(file);
        if (part != null) {
            files += part.path().equals(counted) ? 0 : 1;
            counted = part.path();
            cut |= !to.take(part);
        }
        return !full() && !cut;
    }

    @Override
    public void pause() {
        to.pause();
    }

    long lines() {
        return lines;
    }

    long files() {
        return files;
    }

    /** Whether the sink wanted no more. */
    boolean cut() {
        return cut;
    }

    /** Whether the limit is reached. */
    boolean full() {
        return limit > 0 && lines >= limit;
    }

    /** The path before which nothing is wanted. */
    String begin() {
        return after.path();
    }

    /** The last line that passed. */
    Cursor last() {
        return last;
    }

    /** Lets nothing more pass. */
    void stop() {
        cut |= !full();
    }

    /** The path that it has come to. */
    String reached() {
        return files > 0 ? last.path() : after.path();
    }

    /** What has not passed yet of this file; empty if all has. */
    Optional<FileMatches> rest(FileMatches file) {
        if (files == 0 || PathOrder.compare(file.path(), last.path()) > 0) {
            return Optional.of(file);
        }
        List<MatchedLine> left = file.path().equals(last.path())
                ? file.lines().stream()
                        .filter(line -> line.line() > last.line())
                        .toList()
                : List.of();
        return left.isEmpty() ? Optional.empty() : Optional.of(new FileMatches(file.path(), left, file.binaryOffset()));
    }

    private @Nullable FileMatches part(FileMatches file) {
        if (after.isAfter(file.path())) {
            return null;
        }
        int from = 0;
        List<MatchedLine> all = file.lines();
        while (file.path().equals(after.path())
                && from < all.size()
                && all.get(from).line() <= after.line()) {
            from++;
        }
        long before = lines;
        int end = from;
        int number = 0;
        while (end < all.size() && !full()) {
            MatchedLine line = all.get(end++);
            if (!line.context()) {
                lines++;
                number = line.line();
            }
        }
        if (lines == before) {
            return null;
        }
        last = new Cursor(file.path(), number);
        boolean whole = from == 0 && end == all.size();
        return whole ? file : new FileMatches(file.path(), all.subList(from, end), file.binaryOffset());
    }
}
