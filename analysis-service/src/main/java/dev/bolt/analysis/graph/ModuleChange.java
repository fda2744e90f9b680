package dev.bolt.analysis.graph;

import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.ImportedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which imports may mean something else since Python files came or went: those that write a name of one of these files,
 * or of a folder that came or went with it, and all imports below a folder that became a package or is none any more.
 */
final class ModuleChange {
    private final ModuleMap after;
    private final Set<String> names = new HashSet<>();
    private final List<String> packages = new ArrayList<>();

    private ModuleChange(ModuleMap after) {
        this.after = after;
    }

    /** The change; empty if it may change what any import means. */
    static Optional<ModuleChange> of(ModuleMap before, Collection<String> come, Collection<String> gone) {
        var change = new ModuleChange(before.with(come, gone));
        var files = new ArrayList<>(come);
        files.addAll(gone);
        for (String file : files) {
            String folder = ModuleMap.parent(file);
            String name = file.substring(folder.isEmpty() ? 0 : folder.length() + 1, file.lastIndexOf('.'));
            if (name.equals("__init__")) {
                change.packages.add(folder);
                name = change.after.holdsRoot(folder) || before.holdsRoot(folder) ? "" : last(folder);
            }
            if (name.isEmpty() || !change.folders(before, folder)) {
                return Optional.empty();
            }
            change.names.add(name);
        }
        return Optional.of(change);
    }

    /** Takes the names of the folders that came or went; false if one of them is a root. */
    private boolean folders(ModuleMap before, String innermost) {
        for (String folder = innermost; !folder.isEmpty(); folder = ModuleMap.parent(folder)) {
            if (before.isFolder(folder) != after.isFolder(folder)) {
                if (after.mayBeRoot(folder)) {
                    return false;
                }
                names.add(last(folder));
            }
        }
        return true;
    }

    private static String last(String folder) {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    /** The modules as they are now. */
    ModuleMap modules() {
        return after;
    }

    /** Whether imports of this file may mean something else now. */
    boolean touches(FileModel file) {
        return file.language().equals("python") && (renames(file.path()) || mentions(file.imports()));
    }

    /** Whether the file may have another dotted name now. */
    boolean renames(String path) {
        for (String folder : packages) {
            if (folder.isEmpty() || path.startsWith(folder) && path.startsWith("/", folder.length())) {
                return true;
            }
        }
        return false;
    }

    private boolean mentions(List<ImportedName> imports) {
        for (ImportedName imported : imports) {
            for (String name : names) {
                if (imported.name().equals(name) || imported.module().contains(name)) {
                    return true;
                }
            }
        }
        return false;
    }
}
