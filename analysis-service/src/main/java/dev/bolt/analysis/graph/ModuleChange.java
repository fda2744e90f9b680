package dev.bolt.analysis.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which imports of Python may mean something else since Python files came or went: those that write a name of one of
 * these files, or of a folder that came or went with it, and all imports below a folder that became a package or is
 * none any more.
 *
 * @param names that such imports write, as a part of the module or as what they take from it
 * @param packages folders that became packages, or are none any more
 */
record ModuleChange(Set<String> names, List<String> packages) {

    /** The change; empty if it may change what any import means. */
    static Optional<ModuleChange> of(
            ModuleMap before, ModuleMap after, Collection<String> come, Collection<String> gone) {
        var change = new ModuleChange(new HashSet<>(), new ArrayList<>());
        var files = new ArrayList<>(come);
        files.addAll(gone);
        for (String file : files) {
            String folder = ModuleMap.parent(file);
            String name = file.substring(folder.isEmpty() ? 0 : folder.length() + 1, file.lastIndexOf('.'));
            if (name.equals("__init__")) {
                change.packages.add(folder);
                name = after.holdsRoot(folder) || before.holdsRoot(folder) ? "" : ImportWords.last(folder);
            }
            if (name.isEmpty() || !change.folders(before, after, folder)) {
                return Optional.empty();
            }
            change.names.add(name);
        }
        return Optional.of(change);
    }

    /** Takes the names of the folders that came or went; false if one of them is a root. */
    private boolean folders(ModuleMap before, ModuleMap after, String innermost) {
        for (String folder = innermost; !folder.isEmpty(); folder = ModuleMap.parent(folder)) {
            if (before.isFolder(folder) != after.isFolder(folder)) {
                if (after.mayBeRoot(folder)) {
                    return false;
                }
                names.add(ImportWords.last(folder));
            }
        }
        return true;
    }
}
