package dev.bolt.search.ingest;

import dev.bolt.platform.workspace.FileStamp;
import dev.bolt.platform.workspace.PathBytes;
import dev.bolt.platform.workspace.WalkOptions;
import dev.bolt.platform.workspace.WalkResult;
import dev.bolt.platform.workspace.WorkspaceFile;
import dev.bolt.platform.workspace.WorkspaceWalk;
import dev.bolt.search.index.Overlay;
import dev.bolt.search.store.StoredFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which files a search reads now, told from an index and the paths that were touched since. A file that was written is
 * read where it lies from then on; for one that is new, or gone back behind an ignore rule, the folder around it is
 * walked again. Used by one thread at a time.
 */
final class FileView {
    /** What decides which files are seen. */
    private static final Set<String> RULES = Set.of(".gitignore", ".ignore", ".rgignore", ".git", ".jj");

    /** Files known to be ignored that are remembered, so that they need no walk when they are written again. */
    private static final int MOST_OUTSIDE = 50_000;

    /** More of them are not handed on: it would take longer to look through them than to run ripgrep. */
    private static final int MOST_UNSEEN = 20_000;

    /** More stamps than these are asked for by several threads. */
    private static final int MANY = 256;

    private final Path root;
    private final Map<String, FileStamp> indexed = new HashMap<>();
    private final SeenFiles seen;
    private final HardLinks links;
    private final Set<Path> linkedRules = new TreeSet<>();
    private final Set<String> changed = new HashSet<>();
    private final Set<String> outside = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> unwalked = new HashSet<>();
    private @Nullable NavigableSet<String> unseen;
    private @Nullable Overlay overlay;

    /**
     * A view that sees what the index has, unchanged.
     *
     * @param linkedRules as a walk found them
     */
    FileView(Path root, List<StoredFile> files, Collection<Path> linkedRules) {
        this.root = root;
        for (StoredFile file : files) {
            indexed.put(file.path(), file.stamp());
        }
        this.seen = new SeenFiles(indexed.keySet());
        this.links = new HardLinks(indexed);
        this.linkedRules.addAll(linkedRules);
    }

    /** Takes paths that were touched, and looks at files of several names: a millisecond for 200 of them. */
    void touched(Collection<String> paths) {
        paths.forEach(this::touched);
        List<String> written = written(links.several().stream()
                .filter(path -> seen.has(path) && !changed.contains(path))
                .toList());
        overlay = paths.isEmpty() && written.isEmpty() ? overlay : null;
        changed.addAll(written);
    }

    /** Ignore files that lie where no watch sees them; some may no longer count. */
    Collection<Path> linkedRules() {
        return linkedRules;
    }

    /** Takes that anything may be different. */
    void lost() {
        outside.clear();
        unwalked.add("");
        overlay = null;
    }

    /** Walks for what is hidden or ignored, which is known from then on, unless it is too much. */
    void walkUnseen() {
        NavigableSet<String> found = everything("");
        found.removeIf(seen::has);
        unseen = found;
        overlay = null;
    }

    /** Whether all must be walked. */
    boolean missed() {
        return unwalked.contains("");
    }

    /** How many files lie in folders that must be walked before the view is right; 0 if it is right. */
    int toWalk() {
        return unwalked.stream()
                .mapToInt(folder -> folder.isEmpty() ? Math.max(1, seen.size()) : 1 + seen.below(folder))
                .sum();
    }

    /** Walks what must be walked; the view is then right as of when this began. */
    void walk() {
        Set<String> folders = new HashSet<>(unwalked);
        folders.removeIf(folder ->
                !folder.isEmpty() && unwalked.stream().anyMatch(other -> !other.equals(folder) && isIn(folder, other)));
        folders.forEach(this::walk);
        unwalked.clear();
        asked.removeIf(seen::has);
        if (unseen != null) {
            unseen.addAll(asked);
        }
        if (outside.size() + asked.size() < MOST_OUTSIDE) {
            outside.addAll(asked);
        }
        asked.clear();
        overlay = null;
    }

    /** The difference from the index. */
    Overlay overlay() {
        if (overlay == null) {
            overlay = difference();
        }
        return overlay;
    }

    private Overlay difference() {
        Set<String> stale = new HashSet<>(seen.gone());
        Set<String> read = new TreeSet<>();
        for (String path : changed) {
            if (seen.has(path)) {
                read.add(path);
                stale.add(path);
            }
        }
        boolean few = unseen != null && unseen.size() <= MOST_UNSEEN;
        return new Overlay(stale, List.copyOf(read), few ? Set.copyOf(unseen) : null);
    }

    private void touched(String path) {
        if (path.startsWith(".git/") || path.contains("/.git/")) {
            if (path.endsWith(".git/info") || path.endsWith(".git/info/exclude")) {
                rules(parent(path.substring(0, path.lastIndexOf(".git/") + 4)));
            }
            return;
        }
        Path file = PathBytes.resolve(root, path);
        FileStamp stamp = FileStamp.of(file);
        boolean regular = !stamp.equals(FileStamp.NONE);
        if (RULES.contains(path.substring(path.lastIndexOf('/') + 1))) {
            rules(parent(path));
        } else if (regular) {
            written(path, stamp);
        } else if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            unwalked.add(openFolder(parent(path)));
            return;
        } else {
            seen.remove(path);
        }
        if (unseen != null && !regular) {
            unseen.remove(path);
            SeenFiles.below(unseen, path).clear();
        }
        if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            seen.removeBelow(path);
        }
    }

    /** The rules of a folder may be others. */
    private void rules(String folder) {
        outside.clear();
        unwalked.add(openFolder(folder));
    }

    private void written(String path, FileStamp stamp) {
        if (stamp.links() > 1) {
            changed.addAll(links.paths(stamp));
        }
        if (seen.has(path) || indexed.containsKey(path)) {
            changed.add(path);
        }
        if (unseen != null && outside.contains(path)) {
            unseen.add(path);
        }
        if (!seen.has(path) && !outside.contains(path)) {
            asked.add(path);
            unwalked.add(openFolder(parent(path)));
        }
    }

    private void walk(String folder) {
        Path directory = PathBytes.resolve(root, folder);
        String before = folder.isEmpty() ? "" : folder + "/";
        Set<String> found = new HashSet<>();
        if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            WalkResult walked = WorkspaceWalk.of(directory, new WalkOptions(false, false, 0, false))
                    .walk();
            walked.files().forEach(file -> found.add(before + file.path()));
            changed.addAll(written(found));
            if (folder.isEmpty()) {
                linkedRules.clear();
            }
            linkedRules.addAll(walked.linkedRules());
        }
        seen.replaceBelow(folder, found);
        if (unseen != null) {
            (folder.isEmpty() ? unseen : SeenFiles.below(unseen, folder)).clear();
            NavigableSet<String> more = everything(folder);
            more.removeAll(found);
            unseen.addAll(more);
        }
    }

    /** Those that are not as they were indexed. */
    private List<String> written(Collection<String> paths) {
        var all = paths.size() > MANY ? paths.parallelStream() : paths.stream();
        return all.filter(path -> {
                    FileStamp known = indexed.get(path);
                    return known == null || !known.equals(FileStamp.of(PathBytes.resolve(root, path)));
                })
                .toList();
    }

    /** The deepest folder around it that some file is seen in, which therefore is not ignored; else the root. */
    private String openFolder(String folder) {
        String open = folder;
        while (!open.isEmpty() && !seen.anyBelow(open)) {
            open = parent(open);
        }
        return open;
    }

    /** All files of a folder, but for what is git's. */
    private NavigableSet<String> everything(String folder) {
        NavigableSet<String> all = new TreeSet<>();
        String before = folder.isEmpty() ? "" : folder + "/";
        Path directory = PathBytes.resolve(root, folder);
        if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            for (WorkspaceFile file : WorkspaceWalk.of(directory, new WalkOptions(true, true, 0, false))
                    .walk()
                    .files()) {
                String path = before + file.path();
                if (!path.startsWith(".git/") && !path.contains("/.git/")) {
                    all.add(path);
                }
            }
        }
        return all;
    }

    private static boolean isIn(String path, String folder) {
        return folder.isEmpty() || path.startsWith(folder + "/");
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
