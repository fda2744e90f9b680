package dev.bolt.analysis.graph;

import dev.bolt.analysis.graph.ImportResolver.Resolution;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.ImportedName;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the files that imports mean, by the language of the file. What an import means depends on paths and names
 * alone.
 */
final class Resolvers {
    private final ModuleMap modules;
    private final ImportResolver python;
    private final JavaTypes java;
    private final ScriptModules scripts;
    private final GoPackages go;
    private final RustModules rust;
    private final Includes includes;

    Resolvers(Collection<FileModel> files, Collection<String> projects) {
        modules = new ModuleMap(paths(files, "python"), projects);
        python = new ImportResolver(modules);
        java = new JavaTypes(files);
        Map<String, String> says = new HashMap<>();
        files.stream()
                .filter(file -> file.language().equals("project"))
                .forEach(file -> says.put(file.path(), file.namespace()));
        scripts = new ScriptModules(paths(files, "javascript", "typescript"), ScriptProjects.of(says));
        go = new GoPackages(paths(files, "go"), says);
        rust = new RustModules(paths(files, "rust"), says);
        includes = new Includes(paths(files, "c", "cpp"));
    }

    private Resolvers(Resolvers before, ModuleMap modules) {
        this.modules = modules;
        python = new ImportResolver(modules);
        java = before.java;
        scripts = before.scripts;
        go = before.go;
        rust = before.rust;
        includes = before.includes;
    }

    /** With other Python files and the same of all other languages. */
    Resolvers with(ModuleMap pythonModules) {
        return new Resolvers(this, pythonModules);
    }

    /** The Python files. */
    ModuleMap modules() {
        return modules;
    }

    private static List<String> paths(Collection<FileModel> files, String... languages) {
        List<String> wanted = Arrays.asList(languages);
        return files.stream()
                .filter(file -> wanted.contains(file.language()))
                .map(FileModel::path)
                .toList();
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

    /** The dotted name of a Python file. */
    String moduleName(String path) {
        return modules.nameOf(path);
    }
}
