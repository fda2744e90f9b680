package dev.bolt.cli.process;

import dev.bolt.cli.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The folder that holds everything Bolt keeps.
 *
 * @param path absolute
 */
public record Home(Path path) {

    /** {@code BOLT_HOME}, else {@code .bolt} in the user's home. */
    public static Home of(Map<String, String> environment) {
        var named = environment.getOrDefault("BOLT_HOME", "");
        var user = environment.getOrDefault("HOME", System.getProperty("user.home"));
        return new Home((named.isEmpty() ? Path.of(user, ".bolt") : Path.of(named))
                .toAbsolutePath()
                .normalize());
    }

    /** Records of the processes. */
    public Path run() {
        return path.resolve("run");
    }

    /** Logs of the services. */
    public Path logs() {
        return path.resolve("logs");
    }

    /** What can be made anew. */
    public Path cache() {
        return path.resolve("cache");
    }

    /** The key of the gateway's clients; empty before the gateway has first started. */
    public String token() {
        try {
            return Files.readString(path.resolve("token")).strip();
        } catch (IOException absent) {
            return "";
        }
    }

    /** Makes the folders. @throws Failure if that is not possible */
    public void create() {
        try {
            Files.createDirectories(run());
            Files.createDirectories(logs());
            Files.createDirectories(cache());
        } catch (IOException e) {
            throw Failure.service("Cannot write to " + path + " (" + e.getMessage()
                    + "). Free some space, mend its rights, or set BOLT_HOME to another folder.");
        }
    }
}
