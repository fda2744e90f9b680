package dev.bolt.platform.workspace;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where git keeps what it knows about a checkout. See gitrepository-layout(5). */
final class GitDirectory {
    private static final String PREFIX = "gitdir:";
    private static final long MAX_BYTES = 4096;

    private GitDirectory() {}

    /** Whether the directory is the root of a checkout; Jujutsu's count, as in ripgrep 15. */
    static boolean isIn(Path directory) {
        return Files.exists(directory.resolve(".git")) || Files.isDirectory(directory.resolve(".jj"));
    }

    /** The directory with {@code info/exclude}; through the {@code .git} file of a linked worktree or submodule. */
    static Optional<Path> of(Path checkout) {
        Path git = checkout.resolve(".git");
        if (Files.isDirectory(git)) {
            return Optional.of(git);
        }
        return SourceText.read(git, MAX_BYTES)
                .map(String::strip)
                .filter(text -> text.startsWith(PREFIX))
                .flatMap(text ->
                        resolve(checkout, text.substring(PREFIX.length()).strip()))
                .map(GitDirectory::common);
    }

    private static Path common(Path git) {
        return SourceText.read(git.resolve("commondir"), MAX_BYTES)
                .flatMap(path -> resolve(git, path.strip()))
                .orElse(git);
    }

    private static Optional<Path> resolve(Path base, String path) {
        try {
            return Optional.of(base.resolve(path).normalize());
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }
}
