package dev.bolt.analysis.graph;

import dev.bolt.analysis.symbol.ImportedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the file that an import means, as Python's import system would with each source root on {@code sys.path}: the
 * nearest root that has the first name wins, a package wins over a module of the same name, a submodule over an
 * attribute, and the longest prefix that exists stands for a name that does not. A namespace package (PEP 420) has no
 * file of its own, so it counts only when a module inside it is meant.
 */
final class ImportResolver {
    private final ModuleMap modules;

    ImportResolver(ModuleMap modules) {
        this.modules = modules;
    }

    /**
     * What was found.
     *
     * @param file null if it is not in the workspace
     * @param module dotted
     */
    record Resolution(@Nullable String file, String module) {}

    Resolution resolve(String from, ImportedName imported) {
        return imported.level() > 0 ? relative(from, imported) : absolute(from, imported);
    }

    private Resolution relative(String from, ImportedName imported) {
        String folder = ModuleMap.parent(from);
        for (int i = 1; i < imported.level(); i++) {
            if (folder.isEmpty()) {
                return new Resolution(null, imported.written());
            }
            folder = ModuleMap.parent(folder);
        }
        String file = find(folder, imported, false);
        if (file == null || file.equals(from)) {
            return new Resolution(null, imported.written());
        }
        return new Resolution(file, modules.nameOf(file));
    }

    private Resolution absolute(String from, ImportedName imported) {
        int dot = imported.module().indexOf('.');
        String first = dot < 0 ? imported.module() : imported.module().substring(0, dot);
        for (String root : modules.rootsHaving(from, first)) {
            String file = find(root, imported, true);
            if (file != null && !file.equals(from)) {
                return new Resolution(file, name(imported, file));
            }
        }
        return new Resolution(null, imported.module());
    }

    /** The written module, with the name if that is a module itself. */
    private String name(ImportedName imported, String file) {
        String full = imported.written();
        String name = modules.nameOf(file);
        if (full.equals(name) || full.endsWith("." + name) || name.endsWith("." + full)) {
            return full;
        }
        return imported.module().endsWith(name) || imported.name().isEmpty() ? imported.module() : name;
    }

    private @Nullable String find(String root, ImportedName imported, boolean absolute) {
        String folder = root;
        String file = absolute ? null : modules.initOf(root);
        List<String> parts = imported.module().isEmpty()
                ? List.of()
                : List.of(imported.module().split("\\."));
        for (String part : parts) {
            String path = ModuleMap.child(folder, part);
            String init = modules.initOf(path);
            String module = init == null ? modules.moduleAt(path) : null;
            if (module != null) {
                return module;
            }
            if (init == null && !modules.isFolder(path)) {
                return file;
            }
            file = init;
            folder = path;
        }
        if (imported.name().isEmpty() || imported.name().equals("*")) {
            return file;
        }
        String path = ModuleMap.child(folder, imported.name());
        String init = modules.initOf(path);
        String module = init == null ? modules.moduleAt(path) : init;
        return module == null ? file : module;
    }
}
