package dev.bolt.platform.workspace;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Where git keeps what it knows about a checkout, as ripgrep finds it. See gitrepository-layout(5). */
final class GitDirectory {
    private static final String GIT = ".git";
    private static final String EXCLUDE = "info/exclude";
    private static final String PREFIX = "gitdir: ";
    private static final long MAX_BYTES = 4096;

    private GitDirectory() {}

    /** Whether the directory is the root of a checkout; Jujutsu's count, as in ripgrep 15. */
    static boolean isIn(Path directory) {
        return Files.exists(directory.resolve(GIT)) || Files.exists(directory.resolve(".jj"));
    }

    /**
     * The file with a checkout's own ignore rules, there or not; through the {@code .git} file of a linked worktree. A
     * submodule, whose git directory names no common one, has none that counts: ripgrep reads no other.
     *
     * @param workspace what a relative path in the {@code .git} file is relative to, for ripgrep that runs there; for
     *     git it is the checkout
     */
    static Optional<Path> exclude(Path checkout, Path workspace) {
        Path git = checkout.resolve(GIT);
        if (!Files.isRegularFile(git)) {
            return Optional.of(git.resolve(EXCLUDE));
        }
        return firstLine(git)
                .filter(line -> line.startsWith(PREFIX))
                .flatMap(line -> resolve(workspace, line.substring(PREFIX.length())))
                .flatMap(real -> firstLine(real.resolve("commondir")).flatMap(common -> resolve(real, common)))
                .map(common -> common.resolve(EXCLUDE));
    }

    /** The same where it lies outside of the checkout, or behind a link, so that no watch of the checkout sees it. */
    static Optional<Path> excludeElsewhere(Path checkout, Path workspace) {
        Path git = checkout.resolve(GIT);
        boolean plain = Files.isDirectory(git, LinkOption.NOFOLLOW_LINKS)
                && !Files.isSymbolicLink(git.resolve("info"))
                && !Files.isSymbolicLink(git.resolve(EXCLUDE));
        return plain ? Optional.empty() : exclude(checkout, workspace);
    }

    private static Optional<String> firstLine(Path file) {
        return SourceText.readThrough(file, MAX_BYTES)
                .flatMap(text -> text.lines().findFirst());
    }

    private static Optional<Path> resolve(Path base, String path) {
        try {
            return Optional.of(base.resolve(path).normalize());
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }
}
