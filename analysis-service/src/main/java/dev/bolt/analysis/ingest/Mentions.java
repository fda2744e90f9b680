package dev.bolt.analysis.ingest;

import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.ImportedName;
import dev.bolt.analysis.symbol.Use;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which files call, read or import a simple name. Immutable: an edit lays the names of the edited files over the rest,
 * which stays shared until {@value #MOST_EDITED} names were edited.
 */
final class Mentions {
    private static final int MOST_EDITED = 4_096;

    private final Map<String, List<FileModel>> base;
    private final Map<String, List<FileModel>> edited;

    private Mentions(Map<String, List<FileModel>> base, Map<String, List<FileModel>> edited) {
        this.base = base;
        this.edited = edited;
    }

    static Mentions of(Collection<FileModel> models) {
        var all = new HashMap<String, List<FileModel>>();
        for (FileModel model : models) {
            names(model)
                    .forEach(name ->
                            all.computeIfAbsent(name, _ -> new ArrayList<>(2)).add(model));
        }
        return new Mentions(all, Map.of());
    }

    /** The files, by path. */
    List<FileModel> of(String name) {
        List<FileModel> now = edited.get(name);
        return now == null ? base.getOrDefault(name, List.of()) : now;
    }

    /** With these models in the place of those. */
    Mentions with(Collection<FileModel> before, Collection<FileModel> after) {
        Set<FileModel> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        gone.addAll(before);
        var come = new HashMap<String, List<FileModel>>();
        before.forEach(model -> names(model).forEach(name -> come.putIfAbsent(name, new ArrayList<>(1))));
        after.forEach(model -> names(model)
                .forEach(name ->
                        come.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(model)));
        var over = new HashMap<>(edited);
        come.forEach((name, models) -> {
            of(name).stream().filter(model -> !gone.contains(model)).forEach(models::add);
            models.sort(Comparator.comparing(FileModel::path));
            over.put(name, models);
        });
        if (over.size() <= MOST_EDITED) {
            return new Mentions(base, over);
        }
        var all = new HashMap<>(base);
        all.putAll(over);
        return new Mentions(all, Map.of());
    }

    private static Set<String> names(FileModel model) {
        Set<String> names = new HashSet<>();
        model.uses().stream().map(Use::name).forEach(names::add);
        model.imports().stream().map(ImportedName::simpleName).forEach(names::add);
        return names;
    }
}
