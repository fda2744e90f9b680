package dev.bolt.search.ingest;

import dev.bolt.platform.workspace.FileStamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Indexed files that have several names. A write is told under the name that it went through alone, which may even lie
 * outside of the workspace, so these are looked at again and again. Not seen is a write through a name that was made
 * outside after the file was indexed. Used by one thread at a time.
 */
final class HardLinks {
    private final Map<String, FileStamp> indexed;
    private final List<String> several;
    private Map<Long, List<String>> byNumber = Map.of();

    /** @param indexed stamps by path; not copied */
    HardLinks(Map<String, FileStamp> indexed) {
        this.indexed = indexed;
        this.several = indexed.entrySet().stream()
                .filter(file -> file.getValue().links() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Paths that had several names when they were indexed. */
    Collection<String> several() {
        return several;
    }

    /** Indexed paths of this file, which now has several names; the first call takes a millisecond. */
    Collection<String> paths(FileStamp file) {
        if (byNumber.isEmpty()) {
            byNumber = new HashMap<>();
            indexed.forEach((path, stamp) -> byNumber.computeIfAbsent(stamp.number(), number -> new ArrayList<>(1))
                    .add(path));
        }
        return file.number() == 0 ? List.of() : byNumber.getOrDefault(file.number(), List.of());
    }
}
