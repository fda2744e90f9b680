package dev.bolt.analysis.ingest;

import dev.bolt.platform.workspace.PathBytes;
import dev.bolt.platform.workspace.WalkOptions;
import dev.bolt.platform.workspace.WorkspaceFile;
import dev.bolt.platform.workspace.WorkspaceWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of paths that were touched, without a walk of the whole workspace where that is possible: a
 * file of the model that is still one is looked at, one that is new is looked for in the folder around it. Everything
 * else, such as changed ignore files and folders that come or go, asks for a walk.
 */
final class TouchedFiles {
    /** What decides which files are seen. */
    private static final Set<String> RULES = Set.of(".gitignore", ".ignore", ".rgignore", ".git", "exclude");

    /** Ignored files that are remembered, so that they need no walk when they are written again. */
    private static final int MOST_OUTSIDE = 50_000;

    private final Path root;
    private final WalkOptions options;
    private final Set<String> outside = new HashSet<>();

    /** Folders that had a file of the model since the last walk, and so are not ignored. */
    private final Set<String> emptied = new HashSet<>();

    TouchedFiles(Path root, WalkOptions options) {
        this.root = root;
        this.options = options;
    }

    /**
     * What has changed.
     *
     * @param written files that may have other bytes now, or are new
     * @param gone paths of files that are no longer there
     */
    record Changes(List<WorkspaceFile> written, Set<String> gone) {}

    /** Empty if only a walk can tell. */
    Optional<Changes> changes(Set<String> touched, NavigableMap<String, AnalyzedFile> known) {
        var changes = new Changes(new ArrayList<>(), new HashSet<>());
        Map<String, Set<String>> unknown = new HashMap<>();
        for (String path : touched) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (RULES.contains(name) || Surroundings.asks(path)) {
                return Optional.empty();
            }
            if (path.startsWith(".git/") || path.contains("/.git/")) {
                continue;
            }
            Path file = PathBytes.resolve(root, path);
            BasicFileAttributes now = attributes(file);
            if (now != null && now.isDirectory()
                    || !ModelFiles.below(known, path).isEmpty()) {
                return Optional.empty();
            }
            if (!FileAnalyzer.knows(path)) {
                continue;
            }
            if (now == null || !now.isRegularFile()) {
                if (known.containsKey(path)) {
                    changes.gone().add(path);
                    emptied.add(parent(path));
                }
            } else if (now.size() > options.maxFileBytes()) {
                return Optional.empty();
            } else if (known.containsKey(path)) {
                changes.written()
                        .add(new WorkspaceFile(
                                path, file, now.size(), now.lastModifiedTime().toInstant()));
            } else if (!outside.contains(path)) {
                String open = openFolder(path, known);
                if (open.isEmpty()) {
                    return Optional.empty();
                }
                unknown.computeIfAbsent(open, folder -> new HashSet<>()).add(path);
            }
        }
        unknown.forEach((folder, paths) -> lookFor(paths, folder, changes));
        return Optional.of(changes);
    }

    /** After a walk: what was touched, is there, and was not found is ignored until a rule changes. */
    void walked(Set<String> touched, Set<String> found) {
        outside.clear();
        emptied.clear();
        touched.stream()
                .filter(FileAnalyzer::knows)
                .filter(path -> !found.contains(path))
                .filter(path -> Files.isRegularFile(PathBytes.resolve(root, path), LinkOption.NOFOLLOW_LINKS))
                .limit(MOST_OUTSIDE)
                .forEach(outside::add);
    }

    private void lookFor(Set<String> paths, String folder, Changes changes) {
        for (WorkspaceFile file : WorkspaceWalk.of(PathBytes.resolve(root, folder), options)
                .walk()
                .files()) {
            String path = folder + "/" + file.path();
            if (paths.remove(path)) {
                changes.written().add(new WorkspaceFile(path, file.absolute(), file.sizeBytes(), file.modifiedAt()));
            }
        }
        if (outside.size() + paths.size() <= MOST_OUTSIDE) {
            outside.addAll(paths);
        }
    }

    /**
     * The deepest folder around it that has or had a file of the model, and therefore is not ignored; else the root.
     */
    private String openFolder(String path, NavigableMap<String, AnalyzedFile> known) {
        String open = parent(path);
        while (!open.isEmpty()
                && !emptied.contains(open)
                && ModelFiles.below(known, open).isEmpty()) {
            open = parent(open);
        }
        return open;
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private static @Nullable BasicFileAttributes attributes(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException gone) {
            return null;
        }
    }
}
