package dev.bolt.cli.command;

import dev.bolt.cli.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which workspace, and whether a program reads the answer. */
final class Target {
    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "PATH",
            description = "The repository to ask about; the current directory by default.")
    private @Nullable Path workspace;

    @Option(names = "--json", description = "Print the answer as one JSON document.")
    private boolean json;

    boolean json() {
        return json;
    }

    Path directory(Context context) {
        return directory(context, workspace);
    }

    /** The real, absolute path of the directory named, or of the caller's. */
    static Path directory(Context context, @Nullable Path named) {
        var path = named == null ? context.directory() : context.directory().resolve(named);
        if (!Files.isDirectory(path)) {
            throw Failure.input(
                    (Files.exists(path) ? path + " is not a directory." : "There is no directory " + path + ".")
                            + " Name the repository with --workspace PATH, or change into it.");
        }
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw Failure.input("Cannot read " + path + ": " + e.getMessage());
        }
    }

    /** A file or folder named by the caller, relative to the workspace as the services want it. */
    static String inside(Path workspace, Context context, String named) {
        if (!Files.exists(workspace.resolve(named)) || Path.of(named).isAbsolute()) {
            try {
                var real = context.directory().resolve(named).toRealPath();
                if (real.startsWith(workspace)) {
                    return slashes(workspace.relativize(real));
                }
            } catch (IOException absent) {
                return named; // the service says that there is no such path
            }
        }
        return slashes(Path.of(named).normalize());
    }

    private static String slashes(Path relative) {
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }
}
