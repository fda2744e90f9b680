package dev.bolt.analysis.graph;

import dev.bolt.analysis.symbol.ImportedName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the file that an import means, as Python's import system would with each source root on {@code sys.path}: the
 * nearest root that has the first name wins, a package wins over a module of the same name, a submodule over an
 * attribute, and the longest prefix that exists stands for a name that does not. A namespace package (PEP 420) has no
 * file of its own, so it counts only when a module inside it is meant.
 */
final class ImportResolver {
    private static final String[] NONE = {};

    private final ModuleMap modules;

    /** By root and module: most absolute imports of a workspace name a module that another one has named before. */
    private final Map<String, Map<String, Place>> places = new ConcurrentHashMap<>();

    /**
     * Where the parts of a module's name lead.
     *
     * @param file of the module, or of the longest prefix that has one; null if none has
     * @param folder of what is inside it; null if that is no package
     */
    private record Place(@Nullable String file, @Nullable String folder) {}

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
        Place module = absolute
                ? places.computeIfAbsent(root, _ -> new ConcurrentHashMap<>())
                        .computeIfAbsent(imported.module(), name -> place(root, null, name))
                : place(root, modules.initOf(root), imported.module());
        if (module.folder() == null
                || imported.name().isEmpty()
                || imported.name().equals("*")) {
            return module.file();
        }
        String path = ModuleMap.child(module.folder(), imported.name());
        String init = modules.initOf(path);
        String inner = init == null ? modules.moduleAt(path) : init;
        return inner == null ? module.file() : inner;
    }

    /** @param init the file of the root itself, if that counts */
    private Place place(String root, @Nullable String init, String module) {
        String folder = root;
        String file = init;
        for (String part : module.isEmpty() ? NONE : module.split("\\.")) {
            String path = ModuleMap.child(folder, part);
            String inner = modules.initOf(path);
            String plain = inner == null ? modules.moduleAt(path) : null;
            if (plain != null) {
                return new Place(plain, null);
            }
            if (inner == null && !modules.isFolder(path)) {
                return new Place(file, null);
            }
            file = inner;
            folder = path;
        }
        return new Place(file, folder);
    }
}
