package dev.bolt.platform.workspace;

import dev.bolt.platform.deadline.Deadline;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Finds the files that {@code rg --files} finds: hidden ones and what {@code .gitignore}, {@code .ignore},
 * {@code .rgignore} and {@code .git/info/exclude} name are left out, symbolic links are never followed, and only
 * regular files count (no pipe can hang it). What cannot be read is counted, never thrown. Differs from ripgrep in two
 * things: the user's own global ignore file is not asked, so that an answer depends on the workspace alone; and what is
 * mounted there of {@code proc} and its like is left out, for its files may never end.
 */
public final class WorkspaceWalk {
    /** Entries of a directory that are looked at before the first of them is walked. */
    private static final int HELD = 1024;

    private final Path root;
    private final WalkOptions options;
    private final Overrides overrides;
    private final WalkListener listener;
    private final Set<Path> pseudo;
    private final List<WorkspaceFile> files = new ArrayList<>();
    private final List<Path> linkedRules = new ArrayList<>();
    private int skippedBinary;
    private int skippedLarge;
    private int skippedUnreadable;
    private int ignored;

    private record Folder(Path directory, String path, IgnoreRules rules) {}

    private WorkspaceWalk(Path root, WalkOptions options, Overrides overrides, WalkListener listener) {
        this.root = root;
        this.options = options;
        this.overrides = overrides;
        this.listener = listener;
        this.pseudo = PseudoFileSystem.below(root);
    }

    /** A walk from this directory; it begins with {@link #walk()}. */
    public static WorkspaceWalk of(Path root, WalkOptions options) {
        return of(root, options, Overrides.NONE);
    }

    /** The same, with what comes before ignore files. */
    public static WorkspaceWalk of(Path root, WalkOptions options, Overrides overrides) {
        return new WorkspaceWalk(root.toAbsolutePath().normalize(), options, overrides, WalkListener.NONE);
    }

    /**
     * Walks once. A missing root is an empty workspace with one unreadable folder.
     *
     * @throws dev.bolt.platform.problem.ProblemException DEADLINE_EXCEEDED if the current deadline passes meanwhile
     */
    public WalkResult walk() {
        return walk(WalkListener.NONE);
    }

    /** The same, and tells meanwhile what it comes upon. */
    public WalkResult walk(WalkListener listener) {
        var walk = new WorkspaceWalk(root, options, overrides, listener);
        walk.everything();
        walk.files.sort(Comparator.comparing(WorkspaceFile::path));
        return new WalkResult(
                walk.files,
                walk.skippedBinary,
                walk.skippedLarge,
                walk.skippedUnreadable,
                walk.ignored,
                walk.linkedRules);
    }

    private void everything() {
        Deadline deadline = Deadline.current();
        Deque<Folder> open = new ArrayDeque<>();
        IgnoreRules above = options.noIgnore() ? IgnoreRules.NONE : IgnoreRules.above(root);
        open.push(new Folder(root, "", above));
        while (!open.isEmpty()) {
            deadline.check();
            folder(open.pop(), open);
        }
    }

    private void folder(Folder folder, Deque<Folder> open) {
        listener.entering(folder.directory());
        try (var stream = Files.newDirectoryStream(folder.directory())) {
            var left = stream.iterator();
            List<Path> held = next(left);
            boolean mayHoldRules = left.hasNext() || held.stream().anyMatch(WorkspaceWalk::isHidden);
            IgnoreRules rules =
                    mayHoldRules && !options.noIgnore() ? folder.rules().in(folder.directory()) : folder.rules();
            while (!held.isEmpty()) {
                for (Path entry : held) {
                    entry(folder, rules, entry, open);
                }
                held = next(left);
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            skippedUnreadable++;
        }
    }

    private static List<Path> next(Iterator<Path> left) {
        var next = new ArrayList<Path>();
        while (next.size() < HELD && left.hasNext()) {
            next.add(left.next());
        }
        return next;
    }

    /** A directory that has no such entry need not be asked for each file of rules: most of a walk's questions. */
    private static boolean isHidden(Path entry) {
        String path = entry.toString();
        return path.startsWith(".", path.lastIndexOf('/') + 1);
    }

    private void entry(Folder folder, IgnoreRules rules, Path entry, Deque<Folder> open) {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException unreadable) {
            skippedUnreadable++;
            return;
        }
        if (!pseudo.isEmpty() && pseudo.contains(entry)) {
            listener.leftOut(entry);
            return;
        }
        String name = PathBytes.text(entry.getFileName());
        if (name.startsWith(".") && !options.noIgnore()) {
            rules(folder.directory(), entry, name, attributes.isSymbolicLink());
        }
        if (!attributes.isDirectory() && !attributes.isRegularFile()) {
            return;
        }
        if (leftOut(rules, entry, name, attributes.isDirectory())) {
            ignored++;
            if (attributes.isDirectory()) {
                listener.leftOut(entry);
            }
            return;
        }
        String path = folder.path().isEmpty() ? name : folder.path() + "/" + name;
        if (attributes.isDirectory()) {
            open.push(new Folder(entry, path, rules));
        } else {
            file(new WorkspaceFile(
                    path,
                    entry,
                    attributes.size(),
                    attributes.lastModifiedTime().toInstant()));
        }
    }

    private void rules(Path directory, Path entry, String name, boolean link) {
        if (name.equals(".git")) {
            GitDirectory.excludeElsewhere(directory, root).ifPresent(linkedRules::add);
        } else if (link && IgnoreRules.FILES.contains(name)) {
            linkedRules.add(entry);
        }
    }

    /** A rule that names a hidden file on purpose ({@code !.github}) brings it back, as in ripgrep. */
    private boolean leftOut(IgnoreRules rules, Path entry, String name, boolean directory) {
        String path = overrides == Overrides.NONE ? name : PathBytes.lossyText(root.relativize(entry));
        Boolean kept = overrides.keeps(path, directory);
        if (kept != null) {
            return !kept;
        }
        return switch (rules.verdict(entry, directory)) {
            case IGNORED -> true;
            case KEPT -> false;
            case SILENT -> !options.hidden() && name.startsWith(".") && !overrides.keepsHidden(path, directory);
        };
    }

    private void file(WorkspaceFile file) {
        if (options.maxFileBytes() > 0 && file.sizeBytes() > options.maxFileBytes()) {
            skippedLarge++;
            return;
        }
        if (!options.skipBinary()) {
            add(file);
            return;
        }
        try {
            if (Encoding.looksBinary(file.absolute())) {
                skippedBinary++;
            } else {
                add(file);
            }
        } catch (IOException unreadable) {
            skippedUnreadable++;
        }
    }

    private void add(WorkspaceFile file) {
        files.add(file);
        listener.found(file);
    }
}
