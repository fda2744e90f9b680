package dev.bolt.search.ingest;

import java.util.HashSet;
import java.util.Set;

/** Paths that were touched and that nobody has looked at yet; a bounded number, beyond which all are lost. */
final class ChangeLog {
    private static final int MOST = 20_000;

    private Set<String> paths = new HashSet<>();
    private boolean lost;

    /**
     * What was in it.
     *
     * @param lost whether anything else may have changed, too
     */
    record Taken(Set<String> paths, boolean lost) {}

    synchronized void touched(String path) {
        if (!lost) {
            paths.add(path);
            if (paths.size() > MOST) {
                lost();
            }
        }
    }

    synchronized void lost() {
        lost = true;
        paths.clear();
    }

    /** Empties it. */
    synchronized Taken take() {
        var taken = new Taken(paths, lost);
        paths = new HashSet<>();
        lost = false;
        return taken;
    }
}
