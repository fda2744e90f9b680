package dev.bolt.analysis.graph;

import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.ImportedName;
import dev.bolt.api.analysis.Cycle;
import dev.bolt.api.analysis.Dependency;
import dev.bolt.api.analysis.GraphLevel;
import dev.bolt.api.analysis.ImpactedFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who imports whom in a workspace. Immutable, safe for many threads; built in time linear in files and imports. */
public final class ImportGraph {
    private final String[] paths;
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, List<Dependency>> outgoing = new HashMap<>();
    private final Map<String, List<Dependency>> incoming = new HashMap<>();
    private final Map<String, String> moduleNames = new HashMap<>();
    private final Map<String, Map<String, String>> bindings = new HashMap<>();
    private final Map<String, Set<String>> taken = new HashMap<>();
    private final Rows all;
    private final Rows runtime;
    private final Rows reversed;
    private final List<Cycle> cycles;

    /**
     * The graph of these files.
     *
     * @param files the models, each path once
     * @param projects folders that hold a project file, such as {@code pyproject.toml}
     */
    public ImportGraph(Collection<FileModel> files, Collection<String> projects) {
        paths = files.stream().map(FileModel::path).sorted().toArray(String[]::new);
        for (int i = 0; i < paths.length; i++) {
            ids.put(paths[i], i);
        }
        var edges = new Edges();
        var python = new ModuleMap(
                files.stream()
                        .filter(file -> file.language().equals("python"))
                        .map(FileModel::path)
                        .toList(),
                projects);
        var resolver = new ImportResolver(python);
        var java = new JavaTypes(files);
        for (FileModel file : files) {
            if (file.language().equals("python")) {
                moduleNames.put(file.path(), python.nameOf(file.path()));
            }
            var dependencies = new ArrayList<Dependency>();
            for (ImportedName imported : file.imports()) {
                var found = file.language().equals("java")
                        ? java.resolve(imported)
                        : resolver.resolve(file.path(), imported);
                var dependency = new Dependency(
                        file.path(),
                        found.file(),
                        found.module(),
                        imported.line(),
                        imported.context().word());
                dependencies.add(dependency);
                if (found.file() != null && !found.file().equals(file.path())) {
                    incoming.computeIfAbsent(found.file(), _ -> new ArrayList<>())
                            .add(dependency);
                    bindings.computeIfAbsent(file.path(), _ -> new HashMap<>())
                            .putIfAbsent(imported.bound(), found.file());
                    taken.computeIfAbsent(found.file(), _ -> new HashSet<>()).add(imported.name());
                    edges.add(
                            id(file.path()),
                            id(found.file()),
                            imported.context().runtime());
                }
            }
            outgoing.put(file.path(), List.copyOf(new java.util.LinkedHashSet<>(dependencies)));
        }
        incoming.replaceAll((_, list) -> list.stream()
                .distinct()
                .sorted(Comparator.comparing(Dependency::from).thenComparingInt(Dependency::line))
                .toList());
        all = Rows.of(paths.length, edges.all());
        runtime = Rows.of(paths.length, edges.runtime());
        reversed = all.reversed();
        cycles = findCycles();
    }

    /** What the file imports, by line. */
    public List<Dependency> dependencies(String path) {
        return outgoing.getOrDefault(path, List.of());
    }

    /** Who imports the file, by path and line. */
    public List<Dependency> dependents(String path) {
        return incoming.getOrDefault(path, List.of());
    }

    /** The file that a name of this file was imported from; null if it was not, or from outside the workspace. */
    public @Nullable String origin(String path, String bound) {
        return bindings.getOrDefault(path, Map.of()).get(bound);
    }

    /** Whether another file imports this name from this file, be it by {@code *}. */
    public boolean taken(String path, String name) {
        Set<String> names = taken.getOrDefault(path, Set.of());
        return names.contains(name) || names.contains("*");
    }

    /** The dotted name of a Python file; empty for others. */
    public String moduleName(String path) {
        return moduleNames.getOrDefault(path, "");
    }

    /** The circles, largest first, then by first path. */
    public List<Cycle> cycles() {
        return cycles;
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
        int[] via = new int[paths.length];
        Arrays.fill(via, -1);
        int[] level = changed.stream()
                .filter(ids::containsKey)
                .mapToInt(this::id)
                .distinct()
                .sorted()
                .toArray();
        for (int v : level) {
            via[v] = v;
        }
        var affected = new ArrayList<ImpactedFile>();
        for (int distance = 1; level.length > 0; distance++) {
            level = dependentsOf(level, via);
            for (int v : level) {
                affected.add(new ImpactedFile(paths[v], distance, paths[via[v]]));
            }
        }
        return affected;
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
        int[] way;
        Rows rows = all;
        while ((way = ChainSearch.find(rows, matching(from), matching(to), matching(closed))).length > 0) {
            var chain = new ArrayList<Dependency>();
            for (int i = 0; i + 1 < way.length; i++) {
                step(paths[way[i]], paths[way[i + 1]], exempt).ifPresent(chain::add);
            }
            if (chain.size() == way.length - 1) {
                return chain;
            }
            rows = without(rows, exempt);
        }
        return List.of();
    }

    private Optional<Dependency> step(String from, String to, Predicate<Dependency> exempt) {
        return dependencies(from).stream()
                .filter(each -> to.equals(each.to()) && !exempt.test(each))
                .findFirst();
    }

    /** The edges that at least one import stands for which is not exempt. */
    private Rows without(Rows rows, Predicate<Dependency> exempt) {
        var edges = new Edges();
        for (int v = 0; v < rows.vertices(); v++) {
            for (int i = rows.offsets()[v]; i < rows.offsets()[v + 1]; i++) {
                if (step(paths[v], paths[rows.targets()[i]], exempt).isPresent()) {
                    edges.add(v, rows.targets()[i], false);
                }
            }
        }
        return Rows.of(rows.vertices(), edges.all());
    }

    /** The files, by path. */
    public List<String> paths() {
        return List.of(paths);
    }

    private BitSet matching(Predicate<String> wanted) {
        var matching = new BitSet(paths.length);
        for (int v = 0; v < paths.length; v++) {
            matching.set(v, wanted.test(paths[v]));
        }
        return matching;
    }

    private int[] dependentsOf(int[] level, int[] via) {
        var next = new ArrayList<Integer>();
        for (int v : level) {
            for (int i = reversed.offsets()[v]; i < reversed.offsets()[v + 1]; i++) {
                int w = reversed.targets()[i];
                if (via[w] < 0) {
                    via[w] = v;
                    next.add(w);
                }
            }
        }
        return next.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private List<Cycle> findCycles() {
        Set<Integer> running = new HashSet<>();
        for (int[] circle : Components.circles(runtime)) {
            Arrays.stream(circle).forEach(running::add);
        }
        var shortest = new ShortestCircle(all);
        var shortestRuntime = new ShortestCircle(runtime);
        var found = new ArrayList<Cycle>();
        for (int[] component : Components.circles(all)) {
            boolean runs = Arrays.stream(component).anyMatch(running::contains);
            List<Integer> example = runs
                    ? shortestRuntime.in(
                            Arrays.stream(component).filter(running::contains).toArray())
                    : shortest.in(component);
            found.add(new Cycle(
                    Arrays.stream(component).mapToObj(v -> paths[v]).toList(),
                    example.stream().map(v -> paths[v]).toList(),
                    runs));
        }
        found.sort(Comparator.comparingInt((Cycle cycle) -> -cycle.paths().size())
                .thenComparing(cycle -> cycle.paths().getFirst()));
        return Collections.unmodifiableList(found);
    }

    private int id(String path) {
        Integer id = ids.get(path);
        if (id == null) {
            throw new IllegalStateException("Not in the graph: " + path);
        }
        return id;
    }

    private static final class Edges {
        private final List<Long> all = new ArrayList<>();
        private final List<Long> runtime = new ArrayList<>();

        void add(int from, int to, boolean runs) {
            all.add(Rows.edge(from, to));
            if (runs) {
                runtime.add(Rows.edge(from, to));
            }
        }

        long[] all() {
            return all.stream().mapToLong(Long::longValue).toArray();
        }

        long[] runtime() {
            return runtime.stream().mapToLong(Long::longValue).toArray();
        }
    }
}
