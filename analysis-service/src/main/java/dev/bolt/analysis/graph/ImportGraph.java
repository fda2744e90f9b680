package dev.bolt.analysis.graph;

import dev.bolt.analysis.graph.FileImports.Link;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.api.analysis.Cycle;
import dev.bolt.api.analysis.Dependency;
import dev.bolt.api.analysis.GraphLevel;
import dev.bolt.api.analysis.ImpactedFile;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who imports whom in a workspace. Immutable, safe for many threads; built in time linear in files and imports. After
 * an edit {@link #with(Collection)} resolves only the imports of the edited file: the others mean what they meant,
 * since what an import means depends on the paths alone; after a Python file came or went those too that may mean it.
 */
public final class ImportGraph {
    private static final FileImports NOTHING = new FileImports(List.of(), List.of(), Map.of());

    private final String[] paths;
    private final Map<String, Integer> ids;
    private final Map<String, String> moduleNames;
    private final Resolvers resolvers;
    private final Map<String, FileImports> imports;
    private final Importers importers;
    private final Rows all;
    private final Rows runtime;
    private final Lazy<Rows> reversed;
    private final Lazy<List<Cycle>> cycles;

    /**
     * The graph of these files.
     *
     * @param files the models, each path once
     * @param projects folders that hold a project file, such as {@code pyproject.toml}
     */
    public ImportGraph(Collection<FileModel> files, Collection<String> projects) {
        paths = files.stream().map(FileModel::path).sorted().toArray(String[]::new);
        ids = ids(paths);
        resolvers = new Resolvers(files, projects);
        moduleNames = new HashMap<>();
        imports = new HashMap<>();
        for (FileModel file : files) {
            if (file.language().equals("python")) {
                moduleNames.put(file.path(), resolvers.moduleName(file.path()));
            }
        }
        files.parallelStream()
                .map(file -> Map.entry(file.path(), FileImports.of(file, resolvers)))
                .toList()
                .forEach(file -> imports.put(file.getKey(), file.getValue()));
        importers = Importers.of(imports.values());
        all = rows(_ -> true);
        runtime = rows(Link::runtime);
        reversed = new Lazy<>(all::reversed);
        cycles = new Lazy<>(() -> Circles.of(paths, all, runtime));
    }

    private ImportGraph(ImportGraph before, Map<String, FileImports> edited) {
        paths = before.paths;
        ids = before.ids;
        moduleNames = before.moduleNames;
        resolvers = before.resolvers;
        imports = new HashMap<>(before.imports);
        imports.putAll(edited);
        importers = corrected(before, edited);
        Rows allNow = before.all;
        Rows runtimeNow = before.runtime;
        for (String path : edited.keySet()) {
            allNow = allNow.with(id(path), targets(path, _ -> true));
            runtimeNow = runtimeNow.with(id(path), targets(path, Link::runtime));
        }
        all = allNow;
        runtime = runtimeNow;
        reversed = all == before.all ? before.reversed : new Lazy<>(all::reversed);
        boolean sameEdges = all == before.all && runtime == before.runtime;
        cycles = sameEdges ? before.cycles : new Lazy<>(() -> Circles.of(paths, all, runtime));
    }

    /** With Python files that came or went. */
    private ImportGraph(
            ImportGraph before, ModuleChange change, Map<String, FileImports> edited, Collection<String> gone) {
        resolvers = before.resolvers.with(change.modules());
        imports = new HashMap<>(before.imports);
        imports.putAll(edited);
        gone.forEach(imports::remove);
        paths = imports.keySet().stream().sorted().toArray(String[]::new);
        ids = ids(paths);
        moduleNames = new HashMap<>(before.moduleNames);
        gone.forEach(moduleNames::remove);
        imports.keySet().stream()
                .filter(path -> ModuleMap.isModule(path) && (edited.containsKey(path) || change.renames(path)))
                .forEach(path -> moduleNames.put(path, resolvers.moduleName(path)));
        var corrections = new HashMap<>(edited);
        gone.forEach(path -> corrections.put(path, NOTHING));
        importers = corrected(before, corrections);
        all = rows(_ -> true);
        runtime = rows(Link::runtime);
        reversed = new Lazy<>(all::reversed);
        cycles = new Lazy<>(() -> Circles.of(paths, all, runtime));
    }

    private static Map<String, Integer> ids(String[] paths) {
        var ids = new HashMap<String, Integer>();
        for (int i = 0; i < paths.length; i++) {
            ids.put(paths[i], i);
        }
        return ids;
    }

    /** Who imports what, where these files import other than before. */
    private Importers corrected(ImportGraph before, Map<String, FileImports> edited) {
        Importers corrected = before.importers.copy();
        var touched = new HashSet<String>();
        edited.forEach((path, now) -> {
            now.links().forEach(link -> touched.add(link.file()));
            before.of(path).links().forEach(link -> touched.add(link.file()));
        });
        for (String path : touched) {
            var from = new HashSet<>(edited.keySet());
            before.dependents(path).forEach(dependency -> from.add(dependency.from()));
            corrected.set(
                    path,
                    from.stream()
                            .flatMap(each -> of(each).links().stream())
                            .filter(link -> link.file().equals(path))
                            .toList());
        }
        return corrected;
    }

    /**
     * The graph after Python files came or went: resolves only imports that may mean something else since. Empty if
     * that may be any.
     *
     * @param files all that there are now
     * @param written those of them that are new or edited
     * @param come paths of the new ones
     * @param gone paths that were in the graph
     */
    public Optional<ImportGraph> with(
            Collection<FileModel> files,
            Collection<FileModel> written,
            Collection<String> come,
            Collection<String> gone) {
        return ModuleChange.of(resolvers.modules(), come, gone).map(change -> {
            Resolvers now = resolvers.with(change.modules());
            var changed = new HashMap<String, FileImports>();
            written.forEach(file -> changed.put(file.path(), FileImports.of(file, now)));
            for (FileModel file : files) {
                if (change.touches(file) && !changed.containsKey(file.path())) {
                    changed.put(file.path(), FileImports.of(file, now));
                }
            }
            changed.entrySet().removeIf(each -> each.getValue().equals(imports.get(each.getKey())));
            return new ImportGraph(this, change, changed, gone);
        });
    }

    /**
     * The graph after an edit; this one if no import changed.
     *
     * @param edited new models of files that are in the graph; only those whose namespace is what it was
     */
    public ImportGraph with(Collection<FileModel> edited) {
        var changed = new HashMap<String, FileImports>();
        for (FileModel file : edited) {
            id(file.path());
            FileImports now = FileImports.of(file, resolvers);
            if (!now.equals(of(file.path()))) {
                changed.put(file.path(), now);
            }
        }
        return changed.isEmpty() ? this : new ImportGraph(this, changed);
    }

    /** The files that a file imports, as vertices. */
    private int[] targets(String path, Predicate<Link> wanted) {
        return of(path).links().stream()
                .filter(wanted)
                .mapToInt(link -> id(link.file()))
                .sorted()
                .distinct()
                .toArray();
    }

    private Rows rows(Predicate<Link> wanted) {
        long[] edges = new long[64];
        int size = 0;
        for (int from = 0; from < paths.length; from++) {
            for (Link link : of(paths[from]).links()) {
                if (wanted.test(link)) {
                    if (size == edges.length) {
                        edges = Arrays.copyOf(edges, size * 2);
                    }
                    edges[size++] = Rows.edge(from, id(link.file()));
                }
            }
        }
        return Rows.of(paths.length, Arrays.copyOf(edges, size));
    }

    private FileImports of(String path) {
        return imports.getOrDefault(path, NOTHING);
    }

    /** What the file imports, by line. */
    public List<Dependency> dependencies(String path) {
        return of(path).dependencies();
    }

    /** Who imports the file, by path and line. */
    public List<Dependency> dependents(String path) {
        return importers.of(path);
    }

    /** The file that a name of this file was imported from; null if it was not, or from outside the workspace. */
    public @Nullable String origin(String path, String bound) {
        return of(path).origins().get(bound);
    }

    /** Whether a name that is taken from a file is defined in one of these, or handed on to it from there. */
    public boolean leads(String path, String name, Set<String> definers) {
        return HandedOn.leads(this::of, path, name, definers);
    }

    /** Whether another file imports this name from this file, be it by {@code *}. */
    public boolean taken(String path, String name) {
        return importers.take(path, name);
    }

    /** The dotted name of a Python file; empty for others. */
    public String moduleName(String path) {
        return moduleNames.getOrDefault(path, "");
    }

    /** The circles, largest first, then by first path. */
    public List<Cycle> cycles() {
        return cycles.get();
    }

    /** Files in the graph. */
    public int files() {
        return paths.length;
    }

    /** Distinct pairs of importing and imported file. */
    public int imports() {
        return all.edges();
    }

    /**
     * Who depends on these, nearest first, then by path; the files themselves are left out. Unknown paths add nothing.
     */
    public List<ImpactedFile> impact(Collection<String> changed) {
        int[] known = changed.stream()
                .filter(ids::containsKey)
                .mapToInt(this::id)
                .distinct()
                .sorted()
                .toArray();
        return new ImpactSearch(paths, reversed.get()).from(known);
    }

    /** The nodes and edges of some files. */
    public GraphView view(GraphLevel level, boolean runtimeOnly, Predicate<String> included) {
        return new GraphView(paths, runtimeOnly ? runtime : all, level, included);
    }

    /**
     * A shortest chain of imports from one of these files to one of those, an import for each step; empty if there is
     * none.
     *
     * @param closed files that the chain may not pass through on its way
     * @param exempt imports that it may not use
     */
    public List<Dependency> chain(
            Predicate<String> from, Predicate<String> to, Predicate<String> closed, Predicate<Dependency> exempt) {
        return new Chains(paths, all, this::dependencies).find(from, to, closed, exempt);
    }

    /** The files, by path. */
    public List<String> paths() {
        return List.of(paths);
    }

    private int id(String path) {
        Integer id = ids.get(path);
        if (id == null) {
            throw new IllegalStateException("Not in the graph: " + path);
        }
        return id;
    }
}
