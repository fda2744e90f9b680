package dev.bolt.analysis.ingest;

import dev.bolt.analysis.graph.Layered;
import dev.bolt.analysis.symbol.FileModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which files have a name, for one sense of having. Immutable, safe for many threads; an edit costs as much as the
 * names that the edited files have got or lost.
 */
final class NameIndex {
    private final Function<FileModel, Set<String>> names;
    private final Layered<String, List<String>> paths;

    private NameIndex(Function<FileModel, Set<String>> names, Layered<String, List<String>> paths) {
        this.names = names;
        this.paths = paths;
    }

    /**
     * The index of these files.
     *
     * @param models by path
     * @param names that a file has
     */
    static NameIndex of(Collection<FileModel> models, Function<FileModel, Set<String>> names) {
        var all = new HashMap<String, List<String>>();
        for (FileModel model : models) {
            for (String name : names.apply(model)) {
                all.computeIfAbsent(name, _ -> new ArrayList<>(2)).add(model.path());
            }
        }
        return new NameIndex(names, Layered.of(all));
    }

    /** The paths of the files that have a name, ascending. */
    List<String> of(String name) {
        List<String> found = paths.get(name);
        return found == null ? List.of() : Collections.unmodifiableList(found);
    }

    /** With these models in the place of those; a path may be in both. */
    NameIndex with(Collection<FileModel> before, Collection<FileModel> after) {
        var lost = new HashMap<String, Set<String>>();
        before.forEach(model -> lost.put(model.path(), names.apply(model)));
        var changed = new HashMap<String, @Nullable List<String>>();
        for (FileModel model : after) {
            Set<String> had = lost.getOrDefault(model.path(), Set.of());
            var kept = new HashSet<String>();
            for (String name : names.apply(model)) {
                if (had.contains(name)) {
                    kept.add(name);
                } else {
                    put(name, model.path(), changed);
                }
            }
            lost.put(model.path(), without(had, kept));
        }
        lost.forEach((path, all) -> all.forEach(name -> remove(name, path, changed)));
        return new NameIndex(names, paths.with(changed));
    }

    private static Set<String> without(Set<String> names, Set<String> kept) {
        var rest = new HashSet<>(names);
        rest.removeAll(kept);
        return rest;
    }

    private void put(String name, String path, Map<String, @Nullable List<String>> changed) {
        List<String> now = copy(name, changed);
        int place = Collections.binarySearch(now, path);
        if (place < 0) {
            now.add(-place - 1, path);
        }
        changed.put(name, now);
    }

    private void remove(String name, String path, Map<String, @Nullable List<String>> changed) {
        List<String> now = copy(name, changed);
        now.remove(path);
        changed.put(name, now.isEmpty() ? null : now);
    }

    private List<String> copy(String name, Map<String, @Nullable List<String>> changed) {
        List<String> now = changed.containsKey(name) ? changed.get(name) : paths.get(name);
        return now == null ? new ArrayList<>(1) : new ArrayList<>(now);
    }
}
