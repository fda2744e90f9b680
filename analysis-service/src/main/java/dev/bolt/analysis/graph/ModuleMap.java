package dev.bolt.analysis.graph;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which Python modules the files of a workspace are. Folders are {@code /}-separated and relative; the workspace itself
 * is the empty string. Immutable, safe for many threads; {@link #with} costs as much as the change is large.
 */
final class ModuleMap {
    private static final Comparator<String> NEAREST_FIRST =
            Comparator.comparingInt(String::length).thenComparing(s -> s);

    private final Layered<String, Boolean> files;

    /** How many Python files are below each folder that has one. */
    private final Layered<String, Integer> folders;

    private final List<String> possibleRoots;
    private final List<String> projectRoots;
    private final Map<String, Roots> rootsOf = new ConcurrentHashMap<>();

    /**
     * The modules of these files.
     *
     * @param files paths of all Python files
     * @param projects folders that hold a project file such as {@code pyproject.toml}
     */
    ModuleMap(Collection<String> files, Collection<String> projects) {
        this(files(files), folders(files), possibleRoots(projects));
    }

    private ModuleMap(Layered<String, Boolean> files, Layered<String, Integer> folders, List<String> possibleRoots) {
        this.files = files;
        this.folders = folders;
        this.possibleRoots = possibleRoots;
        projectRoots = possibleRoots.stream().filter(folders::has).toList();
    }

    private static Layered<String, Boolean> files(Collection<String> files) {
        var all = new HashMap<String, Boolean>(files.size() * 2);
        files.forEach(file -> all.put(file, true));
        return Layered.of(all);
    }

    private static Layered<String, Integer> folders(Collection<String> files) {
        var counts = new HashMap<String, Integer>();
        files.forEach(file -> count(file, 1, counts));
        return Layered.of(counts);
    }

    private static List<String> possibleRoots(Collection<String> projects) {
        var roots = new TreeSet<>(NEAREST_FIRST);
        for (String project : projects) {
            roots.addAll(List.of(project, child(project, "src"), child(project, "lib")));
        }
        roots.addAll(List.of("", "src", "lib"));
        return List.copyOf(roots);
    }

    private static void count(String file, int by, Map<String, Integer> into) {
        String folder = file;
        while (!folder.isEmpty()) {
            folder = parent(folder);
            into.merge(folder, by, Integer::sum);
        }
    }

    /** With these files more and those fewer; what is there already does not come, and what is not does not go. */
    ModuleMap with(Collection<String> come, Collection<String> gone) {
        var changed = new HashMap<String, @Nullable Boolean>();
        var counts = new HashMap<String, Integer>();
        gone.stream().filter(files::has).forEach(file -> {
            changed.put(file, null);
            count(file, -1, counts);
        });
        come.stream().filter(file -> !files.has(file)).forEach(file -> {
            changed.put(file, true);
            count(file, 1, counts);
        });
        var sums = new HashMap<String, @Nullable Integer>();
        counts.forEach((folder, by) -> {
            Integer before = folders.get(folder);
            int sum = by + (before == null ? 0 : before);
            sums.put(folder, sum == 0 ? null : sum);
        });
        return new ModuleMap(files.with(changed), folders.with(sums), possibleRoots);
    }

    /** Whether absolute imports would begin in this folder too, if it were there. */
    boolean mayBeRoot(String folder) {
        return possibleRoots.contains(folder);
    }

    /** Whether absolute imports may begin in this folder or in one below it. */
    boolean holdsRoot(String folder) {
        return projectRoots.stream()
                .anyMatch(root ->
                        root.equals(folder) || root.startsWith(folder) && root.startsWith("/", folder.length()));
    }

    static boolean isModule(String path) {
        return path.endsWith(".py") || path.endsWith(".pyi");
    }

    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    static String child(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    boolean isPackage(String folder) {
        return initOf(folder) != null;
    }

    /** Whether the folder has Python files somewhere below and may be a namespace package (PEP 420). */
    boolean isFolder(String folder) {
        return folders.has(folder);
    }

    /** The file of the package in this folder; null if it has none. */
    @Nullable
    String initOf(String folder) {
        return first(child(folder, "__init__.py"), child(folder, "__init__.pyi"));
    }

    /** The plain module of this path without suffix; null if there is none. */
    @Nullable
    String moduleAt(String path) {
        return first(path + ".py", path + ".pyi");
    }

    private @Nullable String first(String source, String stub) {
        return files.has(source) ? source : files.has(stub) ? stub : null;
    }

    /**
     * Where absolute imports of the files of one folder may begin: its own root, each folder above, then those of all
     * projects.
     *
     * @param all these folders
     * @param having those that have what an import names first, filled as it is asked for
     */
    private record Roots(List<String> all, Map<String, List<String>> having) {}

    private Roots roots(String file) {
        return rootsOf.computeIfAbsent(parent(file), folder -> new Roots(rootsIn(folder), new ConcurrentHashMap<>()));
    }

    /** Where an absolute import of this file may begin whose first name this is, the nearest first. */
    List<String> rootsHaving(String file, String first) {
        Roots roots = roots(file);
        return roots.having()
                .computeIfAbsent(
                        first,
                        name -> roots.all().stream()
                                .filter(root -> {
                                    String path = child(root, name);
                                    return isFolder(path) || initOf(path) != null || moduleAt(path) != null;
                                })
                                .toList());
    }

    private List<String> rootsIn(String innermost) {
        String folder = root(innermost);
        var roots = new LinkedHashSet<String>();
        roots.add(folder);
        while (!folder.isEmpty()) {
            folder = parent(folder);
            if (!isPackage(folder)) {
                roots.add(folder);
            }
        }
        roots.addAll(projectRoots);
        return List.copyOf(roots);
    }

    /** The nearest folder that is no package, from this one upwards. */
    private String root(String innermost) {
        String folder = innermost;
        while (!folder.isEmpty() && isPackage(folder)) {
            folder = parent(folder);
        }
        return folder;
    }

    /** The dotted name of the module in this file, from the nearest folder that is no package. */
    String nameOf(String file) {
        String root = roots(file).all().getFirst();
        int start = root.isEmpty() ? 0 : root.length() + 1;
        int end = file.lastIndexOf('.');
        if (file.startsWith("/__init__", Math.max(start, end - "/__init__".length()))) {
            end -= "/__init__".length();
        }
        return file.substring(start, end).replace('/', '.');
    }
}
