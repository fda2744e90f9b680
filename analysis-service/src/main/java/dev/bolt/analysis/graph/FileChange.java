package dev.bolt.analysis.graph;

import dev.bolt.analysis.symbol.FileModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which imports may mean something else since files came or went: those in files of the same languages that write a
 * word of one of these files, and all below a folder that became a Python package or is none any more.
 */
final class FileChange {
    private final Resolvers after;
    private final Map<Family, Set<String>> words;
    private final List<String> packages;

    private FileChange(Resolvers after, Map<Family, Set<String>> words, List<String> packages) {
        this.after = after;
        this.words = words;
        this.packages = packages;
    }

    /** The change; empty if it may change what any import means. */
    static Optional<FileChange> of(
            Resolvers before, Collection<FileModel> come, Collection<FileModel> gone, GraphFiles files) {
        var families = new HashSet<Family>();
        come.forEach(file -> families.add(Family.of(file)));
        gone.forEach(file -> families.add(Family.of(file)));
        if (families.contains(Family.PROJECT)) {
            return Optional.empty();
        }
        Resolvers after = before.with(families, come, gone, files);
        var words = new LinkedHashMap<Family, Set<String>>();
        List<String> packages = List.of();
        for (Family family : families) {
            if (family == Family.PYTHON) {
                Optional<ModuleChange> modules =
                        ModuleChange.of(before.modules(), after.modules(), paths(come), paths(gone));
                if (modules.isEmpty()) {
                    return Optional.empty();
                }
                words.put(family, modules.get().names());
                packages = modules.get().packages();
            } else {
                var all = new HashSet<String>();
                come.stream().filter(family::has).forEach(file -> all.addAll(after.words(file.path(), family)));
                gone.stream().filter(family::has).forEach(file -> all.addAll(after.words(file.path(), family)));
                words.put(family, all);
            }
        }
        return Optional.of(new FileChange(after, words, packages));
    }

    private static List<String> paths(Collection<FileModel> files) {
        return files.stream().filter(Family.PYTHON::has).map(FileModel::path).toList();
    }

    /** What imports mean now. */
    Resolvers after() {
        return after;
    }

    /** The files whose imports may mean something else now; some of them may not be there any more. */
    Collection<FileModel> touched(GraphFiles files) {
        var touched = new LinkedHashMap<String, FileModel>();
        words.forEach((family, all) -> all.forEach(word -> {
            for (FileModel file : files.writing(word)) {
                if (family.has(file)) {
                    touched.put(file.path(), file);
                }
            }
        }));
        for (String folder : packages) {
            files.below(folder).stream().filter(Family.PYTHON::has).forEach(file -> touched.put(file.path(), file));
        }
        return new ArrayList<>(touched.values());
    }
}
