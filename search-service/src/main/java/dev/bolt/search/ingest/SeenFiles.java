package dev.bolt.search.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Paths of the files that a search sees, and which of those that are indexed it does not. Used by one thread at a time.
 */
final class SeenFiles {
    private final Set<String> indexed;
    private final NavigableSet<String> paths;
    private final Set<String> gone = new HashSet<>();

    /** @param indexed paths that are all seen at first; not copied */
    SeenFiles(Set<String> indexed) {
        this.indexed = indexed;
        this.paths = new TreeSet<>(indexed);
    }

    boolean has(String path) {
        return paths.contains(path);
    }

    int size() {
        return paths.size();
    }

    /** How many there are in a folder, at any depth. */
    int below(String folder) {
        return below(paths, folder).size();
    }

    /** Whether there is any in a folder. */
    boolean anyBelow(String folder) {
        return !below(paths, folder).isEmpty();
    }

    /** Indexed ones that are not seen. */
    Set<String> gone() {
        return gone;
    }

    void remove(String path) {
        if (paths.remove(path) && indexed.contains(path)) {
            gone.add(path);
        }
    }

    void removeBelow(String folder) {
        List.copyOf(below(paths, folder)).forEach(this::remove);
    }

    /** From now on these and no others are seen in a folder; all of them if it is empty. */
    void replaceBelow(String folder, Set<String> found) {
        NavigableSet<String> old = folder.isEmpty() ? paths : below(paths, folder);
        old.stream().filter(path -> !found.contains(path)).toList().forEach(this::remove);
        paths.addAll(found);
        gone.removeAll(found);
    }

    static NavigableSet<String> below(NavigableSet<String> paths, String folder) {
        return paths.subSet(folder + "/", true, folder + "0", false);
    }
}
