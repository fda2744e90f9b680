package dev.bolt.analysis.graph;

import dev.bolt.analysis.graph.ImportResolver.Resolution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the files of an imported Go package: all of its folder but those of tests, for a package is compiled as one.
 * The folder is told by the {@code go.mod} whose module name is the longest beginning of the import, or is that of a
 * {@code vendor} folder above the importing file.
 */
final class GoPackages {
    private final Map<String, List<String>> packages = new HashMap<>();
    private final List<Module> modules;

    /**
     * @param name of the module
     * @param folder of its {@code go.mod}
     */
    record Module(String name, String folder) {}

    /**
     * @param files of Go
     * @param modules of the workspace, the longest name first
     */
    GoPackages(Collection<String> files, List<Module> modules) {
        this.modules = modules;
        for (String file : files) {
            if (!file.endsWith("_test.go")) {
                packages.computeIfAbsent(ModuleMap.parent(file), _ -> new ArrayList<>())
                        .add(file);
            }
        }
        packages.values().forEach(each -> each.sort(null));
    }

    /** @param names of modules, by path of their {@code go.mod}; other files are passed over */
    static List<Module> modules(Map<String, String> names) {
        var modules = new ArrayList<Module>();
        names.forEach((path, name) -> {
            if ((path.equals("go.mod") || path.endsWith("/go.mod")) && !name.isEmpty()) {
                modules.add(new Module(name, ModuleMap.parent(path)));
            }
        });
        modules.sort(Comparator.comparingInt((Module module) -> -module.name().length())
                .thenComparing(Module::folder));
        return modules;
    }

    /** With other files in the same modules. */
    GoPackages with(Collection<String> files) {
        return new GoPackages(files, modules);
    }

    /** What an import that means this file ends with: the name of its folder, or that of a module. */
    Set<String> words(String path) {
        String folder = ModuleMap.parent(path);
        var words = new HashSet<String>();
        words.add(ImportWords.last(folder));
        modules.stream()
                .filter(module -> module.folder().equals(folder))
                .forEach(module -> words.add(ImportWords.last(module.name())));
        return words;
    }

    List<Resolution> resolve(String from, String written) {
        List<String> files = files(from, written);
        return files.isEmpty()
                ? List.of(new Resolution(null, written))
                : files.stream().map(file -> new Resolution(file, written)).toList();
    }

    private List<String> files(String from, String written) {
        String folder = from;
        while (!folder.isEmpty()) {
            folder = ModuleMap.parent(folder);
            List<String> vendored = packages.get(ModuleMap.child(folder, "vendor/" + written));
            if (vendored != null) {
                return vendored;
            }
        }
        for (Module module : modules) {
            if (written.equals(module.name()) || written.startsWith(module.name() + "/")) {
                String inside = written.substring(module.name().length());
                String path =
                        inside.isEmpty() ? module.folder() : ModuleMap.child(module.folder(), inside.substring(1));
                List<String> files = packages.get(path);
                if (files != null) {
                    return files;
                }
            }
        }
        return List.of();
    }
}
