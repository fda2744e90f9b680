package dev.bolt.search.index;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.search.scan.FileSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Brings what several threads find into order: a job's answer is handed on as soon as all jobs before it are done, the
 * parts of a file as one. Who hands on holds up no other until they are far ahead, so that little is kept. Safe for
 * many threads.
 */
final class Answers {
    /** Jobs that may be done before they can be handed on. */
    private static final int AHEAD = 4_096;

    private static final FileMatches NOTHING = new FileMatches("", List.of(), null);

    private final AtomicReferenceArray<FileMatches> done;
    private final FileSink sink;
    private final ReentrantLock handing = new ReentrantLock();
    private volatile int handed;
    private volatile boolean enough;
    private @Nullable FileMatches open;

    /** All lines of the open file, once it has several parts. */
    private final List<MatchedLine> more = new ArrayList<>();

    Answers(int jobs, FileSink sink) {
        this.done = new AtomicReferenceArray<>(jobs);
        this.sink = sink;
    }

    /** Notes what a job found; null if nothing. */
    void done(int job, @Nullable FileMatches found) {
        done.set(job, found == null ? NOTHING : found);
    }

    /** Hands on what can be, unless another thread does so; waits for it if it lags far behind this job. */
    void handOn(int job) {
        boolean mine = job - handed > AHEAD;
        if (mine) {
            handing.lock();
        }
        if (!mine && !handing.tryLock()) {
            return;
        }
        try {
            handAll();
        } finally {
            handing.unlock();
        }
    }

    /** Hands on the rest, in order, up to the first job that is not done. */
    void finish() {
        handing.lock();
        try {
            handAll();
            flush();
        } finally {
            handing.unlock();
        }
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
        } else {
            flush();
            open = found;
        }
    }

    private void flush() {
        FileMatches before = open;
        if (before != null && !enough) {
            enough = !sink.take(more.isEmpty() ? before : new FileMatches(before.path(), more, before.binaryOffset()));
        }
        more.clear();
        open = null;
    }
}
