package dev.bolt.analysis.graph;

import dev.bolt.analysis.graph.ImportResolver.Resolution;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.ImportedName;
import dev.bolt.api.analysis.Dependency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Where the imports of one file lead.
 *
 * @param dependencies each import, by line, without repeats
 * @param links those that lead to another file of the workspace
 * @param origins the file that a name was imported from, by the name bound here
 */
record FileImports(List<Dependency> dependencies, List<Link> links, Map<String, String> origins) {

    /**
     * An import of a file.
     *
     * @param file that is imported
     * @param name that is taken from it
     * @param dependency how it stands in the importing file
     * @param runtime whether it runs when the importing module is loaded; modules of Rust are not loaded
     */
    record Link(String file, String name, Dependency dependency, boolean runtime) {}

    static FileImports of(FileModel file, Resolvers resolvers) {
        var dependencies = new LinkedHashSet<Dependency>();
        var links = new ArrayList<Link>();
        var origins = new HashMap<String, String>();
        for (ImportedName imported : file.imports()) {
            for (Resolution found : resolvers.resolve(file, imported)) {
                var dependency = new Dependency(
                        file.path(),
                        found.file(),
                        found.module(),
                        imported.line(),
                        imported.context().word());
                dependencies.add(dependency);
                if (found.file() != null && !found.file().equals(file.path())) {
                    origins.putIfAbsent(imported.bound(), found.file());
                    links.add(new Link(
                            found.file(),
                            imported.name(),
                            dependency,
                            imported.context().runtime() && !file.language().equals("rust")));
                }
            }
        }
        return new FileImports(List.copyOf(dependencies), List.copyOf(links), Map.copyOf(origins));
    }
}
