package dev.bolt.analysis.graph;

import dev.bolt.analysis.graph.ImportResolver.Resolution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the file of an {@code #include} without the compiler's flags: beside the including file, in the folders above
 * it and their {@code include} folders, the nearest first; else the only file of the workspace whose path ends so.
 */
final class Includes {
    private final Set<String> files;
    private final Map<String, List<String>> byName = new HashMap<>();

    Includes(Collection<String> files) {
        this.files = new HashSet<>(files);
        for (String file : files) {
            byName.computeIfAbsent(file.substring(file.lastIndexOf('/') + 1), _ -> new ArrayList<>(1))
                    .add(file);
        }
    }

    Resolution resolve(String from, String written) {
        return new Resolution(find(from, written), written);
    }

    private @Nullable String find(String from, String written) {
        List<String> named = byName.get(written.substring(written.lastIndexOf('/') + 1));
        if (named == null) {
            return null;
        }
        String folder = from;
        while (!folder.isEmpty()) {
            folder = ModuleMap.parent(folder);
            for (String candidate : List.of(written, "include/" + written)) {
                String path = Paths.join(folder, candidate);
                if (path != null && files.contains(path)) {
                    return path;
                }
            }
        }
        List<String> ending = named.stream()
                .filter(path -> path.equals(written) || path.endsWith("/" + written))
                .limit(2)
                .toList();
        return ending.size() == 1 ? ending.getFirst() : null;
    }
}
