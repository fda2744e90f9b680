package dev.bolt.analysis.graph;

import dev.bolt.analysis.graph.ImportResolver.Resolution;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.ImportedName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the files that imports mean, by the language of the file. What an import means depends on paths and names
 * alone. Immutable, safe for many threads.
 *
 * @param modules the Python files
 */
record Resolvers(
        ModuleMap modules,
        ImportResolver python,
        JavaTypes java,
        ScriptModules scripts,
        GoPackages go,
        RustModules rust,
        Includes includes) {

    static Resolvers of(Collection<FileModel> files, Collection<String> projects) {
        var modules = new ModuleMap(paths(files, Family.PYTHON), projects);
        Map<String, String> says = new HashMap<>();
        files.stream().filter(Family.PROJECT::has).forEach(file -> says.put(file.path(), file.namespace()));
        return new Resolvers(
                modules,
                new ImportResolver(modules),
                new JavaTypes(files),
                new ScriptModules(paths(files, Family.SCRIPT), ScriptProjects.of(says)),
                new GoPackages(paths(files, Family.GO), GoPackages.modules(says)),
                new RustModules(paths(files, Family.RUST), RustModules.crates(says)),
                new Includes(paths(files, Family.C)));
    }

    private static List<String> paths(Collection<FileModel> files, Family family) {
        return files.stream().filter(family::has).map(FileModel::path).toList();
    }

    /**
     * With files of some languages that came or went. For Python that costs as much as the change is large, for others
     * as much as there are files.
     */
    Resolvers with(Set<Family> families, Collection<FileModel> come, Collection<FileModel> gone, GraphFiles files) {
        ModuleMap now = families.contains(Family.PYTHON)
                ? modules.with(paths(come, Family.PYTHON), paths(gone, Family.PYTHON))
                : modules;
        Collection<FileModel> all = families.stream().allMatch(Family.PYTHON::equals) ? List.of() : files.all();
        return new Resolvers(
                now,
                now == modules ? python : new ImportResolver(now),
                families.contains(Family.JAVA) ? new JavaTypes(all) : java,
                families.contains(Family.SCRIPT) ? scripts.with(paths(all, Family.SCRIPT)) : scripts,
                families.contains(Family.GO) ? go.with(paths(all, Family.GO)) : go,
                families.contains(Family.RUST) ? rust.with(paths(all, Family.RUST)) : rust,
                families.contains(Family.C) ? new Includes(paths(all, Family.C)) : includes);
    }

    /** What an import must write to mean this file, which is not Python. */
    Set<String> words(String path, Family family) {
        return switch (family) {
            case SCRIPT -> scripts.words(path);
            case GO -> go.words(path);
            case RUST -> rust.words(path);
            case JAVA -> Set.of(ImportWords.stem(ImportWords.last(path)));
            case C -> Set.of(ImportWords.last(path));
            case PYTHON, PROJECT -> throw new IllegalArgumentException("Not told by words: " + path);
        };
    }

    /** The files that an import means, at least one answer: where none is in the workspace, one without file. */
    List<Resolution> resolve(FileModel file, ImportedName imported) {
        String module = imported.module();
        return switch (file.language()) {
            case "java" -> List.of(java.resolve(imported));
            case "javascript", "typescript" -> List.of(scripts.resolve(file.path(), module));
            case "go" -> go.resolve(file.path(), module);
            case "rust" -> {
                String path = imported.name().isEmpty() ? module : module + "::" + imported.name();
                yield List.of(rust.resolve(file.path(), path));
            }
            case "c", "cpp" -> List.of(includes.resolve(file.path(), module));
            default -> List.of(python.resolve(file.path(), imported));
        };
    }
}
