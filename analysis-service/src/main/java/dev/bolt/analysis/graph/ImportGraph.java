package dev.bolt.analysis.graph;

import dev.bolt.analysis.graph.FileImports.Link;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.api.analysis.Cycle;
import dev.bolt.api.analysis.Dependency;
import dev.bolt.api.analysis.GraphLevel;
import dev.bolt.api.analysis.ImpactedFile;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who imports whom in a workspace. Immutable, safe for many threads; built in time linear in files and imports. After
 * an edit {@link #with(Collection)} resolves only the imports of the edited file: the others mean what they meant,
 * since what an import means depends on the paths alone; after files came or went those too that may mean them.
 */
public final class ImportGraph {
    private static final FileImports NOTHING = new FileImports(List.of(), List.of(), Map.of());

    private final PathTable paths;
    private final Resolvers resolvers;
    private final Layered<String, FileImports> imports;
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
        paths = PathTable.of(files.stream().map(FileModel::path).toList());
        resolvers = Resolvers.of(files, projects);
        ToIntFunction<String> ids = paths.ids();
        List<Found> found = files.parallelStream()
                .map(file -> Found.of(file.path(), FileImports.of(file, resolvers), ids))
                .toList();
        var byPath = new HashMap<String, FileImports>(paths.size() * 2);
        int[][] allRows = new int[paths.size()][];
        int[][] runtimeRows = new int[paths.size()][];
        for (Found file : found) {
            byPath.put(file.path(), file.imports());
            allRows[file.vertex()] = file.all();
            runtimeRows[file.vertex()] = file.runtime();
        }
        imports = Layered.of(byPath);
        all = Rows.of(allRows);
        runtime = Rows.of(runtimeRows);
        reversed = new Lazy<>(all::reversed);
        cycles = new Lazy<>(() -> Circles.of(paths.all(), all, runtime));
    }

    /** With other imports of files that are there. */
    private ImportGraph(ImportGraph before, Map<String, @Nullable FileImports> edited) {
        paths = before.paths;
        resolvers = before.resolvers;
        imports = before.imports.with(edited);
        Rows allNow = before.all;
        Rows runtimeNow = before.runtime;
        for (String path : edited.keySet()) {
            allNow = allNow.with(paths.id(path), targets(path, _ -> true));
            runtimeNow = runtimeNow.with(paths.id(path), targets(path, Link::runtime));
        }
        all = allNow;
        runtime = runtimeNow;
        reversed = all == before.all ? before.reversed : new Lazy<>(all::reversed);
        boolean sameEdges = all == before.all && runtime == before.runtime;
        cycles = sameEdges ? before.cycles : new Lazy<>(() -> Circles.of(paths.all(), all, runtime));
    }

    /**
     * With files that came or went.
     *
     * @param edited imports of those that came, and of those that import other than before; null if they went
     */
    private ImportGraph(ImportGraph before, Resolvers resolvers, Map<String, @Nullable FileImports> edited) {
        this.resolvers = resolvers;
        imports = before.imports.with(edited);
        var now = new TreeSet<>(edited.keySet());
        now.removeIf(path -> edited.get(path) == null);
        var gone = new HashSet<>(edited.keySet());
        gone.removeAll(now);
        paths = before.paths.with(now, gone);
        int[] oldOf = paths.in(before.paths);
        var allRows = new HashMap<Integer, int[]>();
        var runtimeRows = new HashMap<Integer, int[]>();
        for (String path : now) {
            allRows.put(paths.id(path), targets(path, _ -> true));
            runtimeRows.put(paths.id(path), targets(path, Link::runtime));
        }
        all = before.all.with(oldOf, allRows);
        runtime = before.runtime.with(oldOf, runtimeRows);
        reversed = new Lazy<>(all::reversed);
        cycles = new Lazy<>(() -> Circles.of(paths.all(), all, runtime));
    }

    /**
     * The graph after files came or went: resolves only imports that may mean something else since. Empty if that may
     * be any.
     *
     * @param written files that are new or edited
     * @param come those of them that are new, or say other than before how they are imported
     * @param gone files that were in the graph; with those, as they were, that are imported otherwise now
     * @param files all that there are now
     */
    public Optional<ImportGraph> with(
            Collection<FileModel> written, Collection<FileModel> come, Collection<FileModel> gone, GraphFiles files) {
        return FileChange.of(resolvers, come, gone, files).map(change -> {
            var edited = new HashMap<String, @Nullable FileImports>();
            gone.forEach(file -> edited.put(file.path(), null));
            come.forEach(file -> edited.put(file.path(), FileImports.of(file, change.after())));
            Stream.concat(written.stream(), change.touched(files).stream())
                    .filter(file -> !edited.containsKey(file.path()))
                    .forEach(file -> edited.put(file.path(), FileImports.of(file, change.after())));
            edited.entrySet().removeIf(each -> Objects.equals(each.getValue(), imports.get(each.getKey())));
            return new ImportGraph(this, change.after(), edited);
        });
    }

    /**
     * The graph after an edit; this one if no import changed.
     *
     * @param edited new models of files that are in the graph; only those whose namespace is what it was
     */
    public ImportGraph with(Collection<FileModel> edited) {
        var changed = new HashMap<String, @Nullable FileImports>();
        for (FileModel file : edited) {
            FileImports now = FileImports.of(file, resolvers);
            if (!now.equals(of(file.path()))) {
                changed.put(file.path(), now);
            }
        }
        return changed.isEmpty() ? this : new ImportGraph(this, changed);
    }

    /** The files that a file imports, as vertices. */
    private int[] targets(String path, Predicate<Link> wanted) {
        return targets(of(path), paths::id, wanted);
    }

    private static int[] targets(FileImports imports, ToIntFunction<String> ids, Predicate<Link> wanted) {
        int[] targets = new int[imports.links().size()];
        int size = 0;
        for (Link link : imports.links()) {
            if (wanted.test(link)) {
                targets[size++] = ids.applyAsInt(link.file());
            }
        }
        Arrays.sort(targets, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || targets[i] != targets[i - 1]) {
                targets[distinct++] = targets[i];
            }
        }
        return Arrays.copyOf(targets, distinct);
    }

    /** What one file imports, and its rows of the graph. */
    private record Found(String path, int vertex, FileImports imports, int[] all, int[] runtime) {
        static Found of(String path, FileImports imports, ToIntFunction<String> ids) {
            int[] all = targets(imports, ids, _ -> true);
            int[] runtime = targets(imports, ids, Link::runtime);
            return new Found(path, ids.applyAsInt(path), imports, all, runtime);
        }
    }

    private FileImports of(String path) {
        FileImports found = imports.get(path);
        return found == null ? NOTHING : found;
    }

    /** What the file imports, by line. */
    public List<Dependency> dependencies(String path) {
        return of(path).dependencies();
    }

    /** Who imports the file, by path and line. Linear in the imports of those. */
    public List<Dependency> dependents(String path) {
        return links(path)
                .map(Link::dependency)
                .distinct()
                .sorted(Comparator.comparing(Dependency::from).thenComparingInt(Dependency::line))
                .toList();
    }

    /** All that lead to a file. */
    private Stream<Link> links(String path) {
        int id = paths.find(path);
        if (id < 0) {
            return Stream.empty();
        }
        Rows turned = reversed.get();
        return Arrays.stream(turned.targets(), turned.offsets()[id], turned.offsets()[id + 1])
                .mapToObj(from -> of(paths.all()[from]))
                .flatMap(from -> from.links().stream())
                .filter(link -> link.file().equals(path));
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
        return links(path)
                .anyMatch(link -> link.name().equals(name) || link.name().equals("*"));
    }

    /** The dotted name of a Python file; empty for others. */
    public String moduleName(String path) {
        return ModuleMap.isModule(path) && imports.has(path)
                ? resolvers.modules().nameOf(path)
                : "";
    }

    /** The circles, largest first, then by first path. */
    public List<Cycle> cycles() {
        return cycles.get();
    }

    /** Files in the graph. */
    public int files() {
        return paths.size();
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
                .mapToInt(paths::find)
                .filter(id -> id >= 0)
                .distinct()
                .sorted()
                .toArray();
        return new ImpactSearch(paths.all(), reversed.get()).from(known);
    }

    /** The nodes and edges of some files. */
    public GraphView view(GraphLevel level, boolean runtimeOnly, Predicate<String> included) {
        return new GraphView(paths.all(), runtimeOnly ? runtime : all, level, included);
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
        return new Chains(paths.all(), all, this::dependencies).find(from, to, closed, exempt);
    }

    /** The files, by path. */
    public List<String> paths() {
        return List.of(paths.all());
    }
}
