package dev.bolt.analysis.graph;

import dev.bolt.analysis.graph.ImportResolver.Resolution;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the file of a Rust path by where the files lie: {@code crate}, {@code self}, {@code super}, modules below the
 * file's own, and crates of the workspace by their name. Of a path the longest beginning counts that is a module with a
 * file.
 */
final class RustModules {
    private final Set<String> files;
    private final Map<String, String> crates;

    /**
     * @param files of Rust
     * @param crates of the workspace: folders by name
     */
    RustModules(Collection<String> files, Map<String, String> crates) {
        this.files = new HashSet<>(files);
        this.crates = crates;
    }

    /** @param names of crates, by path of their {@code Cargo.toml}; other files are passed over */
    static Map<String, String> crates(Map<String, String> names) {
        var crates = new HashMap<String, String>();
        names.forEach((path, name) -> {
            if ((path.equals("Cargo.toml") || path.endsWith("/Cargo.toml")) && !name.isEmpty()) {
                crates.putIfAbsent(name.replace('-', '_'), ModuleMap.parent(path));
            }
        });
        return crates;
    }

    /** With other files in the same crates. */
    RustModules with(Collection<String> files) {
        return new RustModules(files, crates);
    }

    /** Parts of paths that may mean this file: the name of its module, {@code super}, and of a root its crate's. */
    Set<String> words(String path) {
        String name = ImportWords.last(path);
        String folder = ModuleMap.parent(path);
        var words = new HashSet<>(Set.of("super", name.substring(0, name.length() - ".rs".length())));
        if (name.equals("mod.rs")) {
            words.add(ImportWords.last(folder));
        } else if (name.equals("lib.rs") || name.equals("main.rs")) {
            words.add("crate");
            crates.forEach((crate, at) -> {
                if (ModuleMap.child(at, "src").equals(folder)) {
                    words.add(crate);
                }
            });
        }
        return words;
    }

    /**
     * What is in the file itself has no other file.
     *
     * @param path such as {@code crate::a::B}
     */
    Resolution resolve(String from, String path) {
        String file = find(from, List.of(path.split("::")));
        return new Resolution(from.equals(file) ? null : file, path);
    }

    private @Nullable String find(String from, List<String> path) {
        String own = modules(from);
        switch (path.getFirst()) {
            case "crate" -> {
                String source = sourceOf(from);
                return longest(source, path.subList(1, path.size()), root(source));
            }
            case "self" -> {
                return longest(own, path.subList(1, path.size()), from);
            }
            case "super" -> {
                int ups = 0;
                String folder = own;
                while (ups < path.size() && path.get(ups).equals("super")) {
                    folder = ModuleMap.parent(folder);
                    ups++;
                }
                return longest(folder, path.subList(ups, path.size()), fileOf(folder));
            }
            default -> {
                String below = longest(own, path, null);
                String crate = below == null ? crates.get(path.getFirst()) : null;
                if (crate == null) {
                    return below;
                }
                String source = ModuleMap.child(crate, "src");
                return longest(source, path.subList(1, path.size()), root(source));
            }
        }
    }

    /** The file of the deepest module on the way, or what the way begins in. */
    private @Nullable String longest(String folder, List<String> path, @Nullable String start) {
        String found = start;
        String at = folder;
        for (String part : path) {
            at = ModuleMap.child(at, part);
            if (files.contains(at + ".rs")) {
                found = at + ".rs";
            } else if (files.contains(at + "/mod.rs")) {
                found = at + "/mod.rs";
            } else {
                return found;
            }
        }
        return found;
    }

    /** The folder that holds the modules below a file. */
    private static String modules(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        String folder = ModuleMap.parent(file);
        boolean root =
                name.equals("mod.rs") || name.equals("lib.rs") || name.equals("main.rs") || name.equals("build.rs");
        return root ? folder : file.substring(0, file.length() - ".rs".length());
    }

    /** The file of the module whose modules are in this folder. */
    private @Nullable String fileOf(String folder) {
        for (String file : List.of(folder + ".rs", ModuleMap.child(folder, "mod.rs"))) {
            if (files.contains(file)) {
                return file;
            }
        }
        return root(folder);
    }

    private @Nullable String root(String source) {
        for (String file : List.of("lib.rs", "main.rs")) {
            String path = ModuleMap.child(source, file);
            if (files.contains(path)) {
                return path;
            }
        }
        return null;
    }

    /** The folder of the crate's root: the nearest that holds one; a test beside none is a crate of its own. */
    private String sourceOf(String from) {
        String folder = from;
        while (!folder.isEmpty()) {
            folder = ModuleMap.parent(folder);
            if (root(folder) != null) {
                return folder;
            }
        }
        return ModuleMap.parent(from);
    }
}
