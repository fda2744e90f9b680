package dev.bolt.platform.workspace;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A directory that may be a workspace, and the wall around it: no path that comes from outside leads out of it.
 *
 * @param path absolute, without symbolic links
 */
public record WorkspaceRoot(Path path) {
    /**
     * The directory as a workspace.
     *
     * @throws ProblemException WORKSPACE_UNREADABLE if it is missing, no directory, not readable, or so wide that it
     *     cannot be meant: the root of the file system, or the home directory itself; or if it holds no files but what
     *     the kernel tells, such as {@code /proc}
     */
    public static WorkspaceRoot open(String absolutePath) {
        Path path = parse(absolutePath);
        if (!Files.exists(path)) {
            throw unreadable("There is no %s".formatted(absolutePath));
        }
        if (!Files.isDirectory(path)) {
            throw unreadable("%s is no directory".formatted(absolutePath));
        }
        if (!Files.isReadable(path) || !Files.isExecutable(path)) {
            throw unreadable("%s cannot be read by the user that Bolt runs as".formatted(absolutePath));
        }
        Path real = real(path);
        if (real.getParent() == null || real.equals(home())) {
            throw unreadable("%s is too wide; name a project inside it".formatted(absolutePath));
        }
        PseudoFileSystem.of(real).ifPresent(type -> {
            throw unreadable("%s holds no files but what the kernel tells (%s); name a folder of source files"
                    .formatted(absolutePath, type));
        });
        return new WorkspaceRoot(real);
    }

    /**
     * A file or directory of the workspace.
     *
     * @param relative {@code /}-separated; the empty string is the root itself
     * @throws ProblemException PATH_NOT_FOUND if there is none, or if it lies outside: absolute, above, through a
     *     symbolic link, or in what the kernel tells, which might never end
     */
    public Path resolve(String relative) {
        try {
            Path candidate = path.resolve(relative).normalize();
            if (!Path.of(relative).isAbsolute() && candidate.startsWith(path)) {
                Path real = candidate.toRealPath();
                if (real.startsWith(path) && !PseudoFileSystem.holds(real, path)) {
                    return real;
                }
            }
        } catch (IOException | InvalidPathException missing) {
            // Told apart from "outside" to nobody: what lies outside is nobody's business.
        }
        throw new ProblemException(Problem.PATH_NOT_FOUND, "The workspace has no '%s'".formatted(relative));
    }

    private static Path parse(String absolutePath) {
        try {
            Path path = Path.of(absolutePath);
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException noPath) {
            throw unreadable("This is no path");
        }
        throw unreadable("'%s' is not absolute".formatted(absolutePath));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException failure) {
            throw new ProblemException(Problem.WORKSPACE_UNREADABLE, path + " cannot be read", failure);
        }
    }

    private static Path home() {
        Path home = Path.of(System.getProperty("user.home"));
        return Files.exists(home) ? real(home) : home;
    }

    private static ProblemException unreadable(String detail) {
        return new ProblemException(Problem.WORKSPACE_UNREADABLE, detail).withField("path");
    }
}
