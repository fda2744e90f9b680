package dev.bolt.search.ingest;

import dev.bolt.platform.watch.ChangeListener;
import dev.bolt.platform.watch.ChangeLog;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what is touched, twice while an index is built: for the one that is searched and for the next. Safe for
 * many threads.
 */
final class ChangeRecorder implements ChangeListener {
    private ChangeLog current = new ChangeLog();
    private @Nullable ChangeLog fork;

    @Override
    public synchronized void touched(String path) {
        current.touched(path);
        if (fork != null) {
            fork.touched(path);
        }
    }

    @Override
    public synchronized void lost() {
        current.lost();
        if (fork != null) {
            fork.lost();
        }
    }

    /** What has changed since the last call, for the index that is searched. */
    synchronized ChangeLog.Taken take() {
        return current.take();
    }

    /** From now on changes are written down for a next index too. */
    synchronized void fork() {
        fork = new ChangeLog();
    }

    /** The next index is searched from now on, with the changes since {@link #fork}. */
    synchronized void takeFork() {
        current = Objects.requireNonNull(fork);
        fork = null;
    }
}
