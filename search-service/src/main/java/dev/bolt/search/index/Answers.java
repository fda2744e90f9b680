package dev.bolt.search.index;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.search.lease.Weight;
import dev.bolt.search.scan.FileSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Brings what several threads find into order: a job's answer is handed on as soon as all jobs before it are done, the
 * parts of a file as one, unless they are very large. Many threads find; one hands on.
 */
final class Answers {
    /** What is handed on of one file at a time, about. */
    private static final long PART_BYTES = 4 << 20;

    private static final FileMatches NOTHING = new FileMatches("", List.of(), null);

    private final AtomicReferenceArray<FileMatches> done;
    private final FileSink sink;
    private final AtomicLong ahead;
    private int handed;
    private volatile boolean enough;
    private @Nullable FileMatches open;

    /** All lines of the open file, once it has several parts. */
    private final List<MatchedLine> more = new ArrayList<>();

    private long moreBytes;

    /** @param ahead counts the bytes that are found and cannot be handed on yet, with those of others */
    Answers(int jobs, FileSink sink, AtomicLong ahead) {
        this.done = new AtomicReferenceArray<>(jobs);
        this.sink = sink;
        this.ahead = ahead;
    }

    /** Notes what a job found; null if nothing. */
    void done(int job, @Nullable FileMatches found) {
        if (found != null) {
            ahead.addAndGet(Weight.of(found));
        }
        done.set(job, found == null ? NOTHING : found);
    }

    /** Hands on what can be. By the one thread that hands on. */
    void handOn() {
        handAll();
    }

    /** Hands on the rest, in order, up to the first job that is not done. By the same thread. */
    void finish() {
        handAll();
        flush();
    }

    /** Whether the sink wants no more. */
    boolean enough() {
        return enough;
    }

    private void handAll() {
        int at = handed;
        for (; at < done.length() && !enough; at++) {
            FileMatches found = done.get(at);
            if (found == null) {
                break;
            }
            done.set(at, NOTHING);
            if (found != NOTHING) {
                ahead.addAndGet(-Weight.of(found));
                hand(found);
            }
        }
        if (at > handed) {
            handed = at;
            sink.pause();
        }
    }

    private void hand(FileMatches found) {
        FileMatches before = open;
        if (before != null && before.path().equals(found.path())) {
            if (more.isEmpty()) {
                more.addAll(before.lines());
            }
            more.addAll(found.lines());
            moreBytes += Weight.of(found);
            if (moreBytes > PART_BYTES) {
                flush();
                open = new FileMatches(found.path(), List.of(), found.binaryOffset());
            }
        } else {
            flush();
            open = found;
        }
    }

    private void flush() {
        FileMatches before = open;
        if (before != null && !enough && !(more.isEmpty() && before.lines().isEmpty())) {
            enough = !sink.take(more.isEmpty() ? before : new FileMatches(before.path(), more, before.binaryOffset()));
        }
        more.clear();
        moreBytes = 0;
        open = null;
    }
}
