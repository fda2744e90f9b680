package dev.bolt.analysis.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which Python modules the files of a workspace are. Folders are {@code /}-separated and relative; the workspace itself
 * is the empty string. Immutable.
 */
final class ModuleMap {
    private final Set<String> files;
    private final Set<String> folders = new HashSet<>();
    private final Set<String> packages = new HashSet<>();
    private final List<String> projects;
    private final Set<String> possibleRoots;
    private final List<String> projectRoots;

    /**
     * The modules of these files.
     *
     * @param files paths of all Python files
     * @param projects folders that hold a project file such as {@code pyproject.toml}
     */
    ModuleMap(Collection<String> files, Collection<String> projects) {
        this.files = Set.copyOf(files);
        for (String file : files) {
            String folder = parent(file);
            if (file.endsWith("__init__.py") || file.endsWith("__init__.pyi")) {
                packages.add(folder);
            }
            while (folders.add(folder) && !folder.isEmpty()) {
                folder = parent(folder);
            }
        }
        var roots = new TreeSet<String>(
                java.util.Comparator.comparingInt(String::length).thenComparing(s -> s));
        this.projects = List.copyOf(projects);
        for (String project : projects) {
            roots.add(project);
            roots.add(child(project, "src"));
            roots.add(child(project, "lib"));
        }
        roots.add("");
        roots.add("src");
        roots.add("lib");
        possibleRoots = Set.copyOf(roots);
        roots.retainAll(folders);
        projectRoots = List.copyOf(roots);
    }

    /** With these files more and those fewer. */
    ModuleMap with(Collection<String> come, Collection<String> gone) {
        var all = new HashSet<>(files);
        gone.forEach(all::remove);
        all.addAll(come);
        return new ModuleMap(all, projects);
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
        return packages.contains(folder);
    }

    /** Whether the folder has Python files somewhere below and may be a namespace package (PEP 420). */
    boolean isFolder(String folder) {
        return folders.contains(folder);
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
        return files.contains(source) ? source : files.contains(stub) ? stub : null;
    }

    /** Where an absolute import of this file may begin: its own root, each folder above, then those of all projects. */
    Collection<String> roots(String file) {
        String folder = root(file);
        var roots = new LinkedHashSet<String>();
        roots.add(folder);
        while (!folder.isEmpty()) {
            folder = parent(folder);
            if (!isPackage(folder)) {
                roots.add(folder);
            }
        }
        roots.addAll(projectRoots);
        return roots;
    }

    /** The nearest folder above the file that is no package. */
    private String root(String file) {
        String folder = parent(file);
        while (isPackage(folder) && !folder.isEmpty()) {
            folder = parent(folder);
        }
        return folder;
    }

    /** The dotted name of the module in this file, from the nearest folder that is no package. */
    String nameOf(String file) {
        String root = root(file);
        String path = root.isEmpty() ? file : file.substring(root.length() + 1);
        String stem = path.substring(0, path.lastIndexOf('.'));
        var parts = new ArrayList<>(List.of(stem.split("/")));
        if (parts.size() > 1 && parts.getLast().equals("__init__")) {
            parts.removeLast();
        }
        return String.join(".", parts);
    }
}
