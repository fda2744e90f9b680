package dev.bolt.cli.command;

import dev.bolt.cli.console.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files and folders that a search is about.
 *
 * @param roots relative to the workspace; the whole of it if none
 * @param single whether it is one file, whose name is then not printed
 * @param prefix put before each path, as ripgrep does for {@code .}
 */
record SearchScope(List<String> roots, boolean single, String prefix) {

    /** Checks that each path is inside the workspace. @throws Failure if one is not, or does not exist */
    static SearchScope of(List<String> paths, Path workspace, Context context) {
        var roots = paths.stream()
                .map(path -> Target.inside(workspace, context, path))
                .toList();
        for (int i = 0; i < roots.size(); i++) {
            if (roots.get(i).startsWith("..") || !Files.exists(workspace.resolve(roots.get(i)))) {
                throw Failure.input("There is no " + paths.get(i) + " in " + workspace + ".");
            }
        }
        boolean single = roots.size() == 1 && Files.isRegularFile(workspace.resolve(roots.getFirst()));
        boolean dotted = paths.size() == 1 && paths.getFirst().startsWith("./") || paths.equals(List.of("."));
        return new SearchScope(roots, single, dotted ? "./" : "");
    }

    /** Whether a path of the workspace is meant. */
    boolean holds(String path) {
        return roots.isEmpty()
                || roots.stream().anyMatch(root -> root.isEmpty() || path.equals(root) || path.startsWith(root + "/"));
    }
}
