package dev.bolt.platform.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ignore rules that hold in one directory: its own files' and those of all directories above. Immutable.
 *
 * <p>After ripgrep's {@code ignore} crate ({@code dir.rs}, {@code matched_ignore}): for each kind of file the deepest
 * directory that says anything wins; among kinds {@code .rgignore} comes before {@code .ignore}, {@code .gitignore} and
 * {@code .git/info/exclude}. The two git kinds hold only inside a repository, and not above its root; the other two
 * hold everywhere.
 */
final class IgnoreRules {
    /** No rules at all. */
    static final IgnoreRules NONE = new IgnoreRules(Path.of(""), null, List.of(), false);

    /** Names of the files that any directory may have rules in. */
    static final Set<String> FILES = Set.of(Kind.RGIGNORE.file, Kind.IGNORE.file, Kind.GITIGNORE.file);

    /** What rules say about a path. */
    enum Verdict {
        /** Leave it out. */
        IGNORED,
        /** Keep it, even if it is hidden. */
        KEPT,
        /** Nothing. */
        SILENT
    }

    private enum Kind {
        RGIGNORE(".rgignore", false),
        IGNORE(".ignore", false),
        GITIGNORE(".gitignore", true),
        EXCLUDE("info/exclude", true);

        private final String file;
        private final boolean ofGit;

        Kind(String file, boolean ofGit) {
            this.file = file;
            this.ofGit = ofGit;
        }
    }

    private final Path workspace;
    private final @Nullable IgnoreRules above;
    private final List<IgnoreFile> own;
    private final boolean repositoryRoot;
    private final boolean insideRepository;

    private IgnoreRules(Path workspace, @Nullable IgnoreRules above, List<IgnoreFile> own, boolean repositoryRoot) {
        this.workspace = workspace;
        this.above = above;
        this.own = own;
        this.repositoryRoot = repositoryRoot;
        this.insideRepository = repositoryRoot || (above != null && above.insideRepository);
    }

    /** The rules that hold in a workspace's root from outside: those of its parents. */
    static IgnoreRules above(Path root) {
        List<Path> parents = new ArrayList<>();
        for (Path parent = root.getParent(); parent != null; parent = parent.getParent()) {
            parents.addFirst(parent);
        }
        IgnoreRules rules = new IgnoreRules(root, null, List.of(), false);
        for (Path parent : parents) {
            rules = rules.in(parent);
        }
        return rules;
    }

    /** The rules of a directory inside the one these hold in; itself if it adds nothing. */
    IgnoreRules in(Path directory) {
        boolean root = GitDirectory.isIn(directory);
        List<IgnoreFile> files = new ArrayList<>(Kind.values().length);
        boolean any = false;
        for (Kind kind : Kind.values()) {
            IgnoreFile file = read(kind, directory, root);
            any |= !file.isEmpty();
            files.add(file);
        }
        return any || root ? new IgnoreRules(workspace, this, List.copyOf(files), root) : this;
    }

    private IgnoreFile read(Kind kind, Path directory, boolean root) {
        if (kind != Kind.EXCLUDE) {
            return IgnoreFile.read(directory.resolve(kind.file), directory);
        }
        return root
                ? GitDirectory.exclude(directory, workspace)
                        .map(file -> IgnoreFile.read(file, directory))
                        .orElse(IgnoreFile.EMPTY)
                : IgnoreFile.EMPTY;
    }

    /**
     * What they say about an entry of their directory.
     *
     * @param entry absolute
     */
    Verdict verdict(Path entry, boolean directory) {
        String path = PathBytes.lossyText(entry);
        for (Kind kind : Kind.values()) {
            Verdict verdict = verdict(kind, path, directory);
            if (verdict != Verdict.SILENT) {
                return verdict;
            }
        }
        return Verdict.SILENT;
    }

    private Verdict verdict(Kind kind, String path, boolean directory) {
        if (kind.ofGit && !insideRepository) {
            return Verdict.SILENT;
        }
        for (IgnoreRules rules = this; rules != null; rules = rules.above) {
            if (!rules.own.isEmpty()) {
                Verdict verdict = rules.own.get(kind.ordinal()).verdict(path, directory);
                if (verdict != Verdict.SILENT) {
                    return verdict;
                }
            }
            if (kind.ofGit && rules.repositoryRoot) {
                return Verdict.SILENT;
            }
        }
        return Verdict.SILENT;
    }
}
