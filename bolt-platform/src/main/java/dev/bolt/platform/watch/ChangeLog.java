package dev.bolt.platform.watch;

import java.util.HashSet;
import java.util.Set;

/**
 * Paths that were touched and that nobody has looked at yet; a bounded number, beyond which all are lost. Safe for many
 * threads.
 */
public final class ChangeLog implements ChangeListener {
    private static final int MOST = 20_000;

    private Set<String> paths = new HashSet<>();
    private boolean lost;

    /**
     * What was in it.
     *
     * @param paths as {@link ChangeListener#touched} was told them
     * @param lost whether anything else may have changed, too
     */
    public record Taken(Set<String> paths, boolean lost) {}

    @Override
    public synchronized void touched(String path) {
        if (!lost) {
            paths.add(path);
            if (paths.size() > MOST) {
                lost();
            }
        }
    }

    @Override
    public synchronized void lost() {
        lost = true;
        paths.clear();
    }

    /** Empties it. */
    public synchronized Taken take() {
        var taken = new Taken(paths, lost);
        paths = new HashSet<>();
        lost = false;
        return taken;
    }
}
