package dev.bolt.platform.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.core.env.PropertyResolver;

/**
 * The folder where Bolt keeps what must outlive a process, for its owner's eyes only (0700).
 *
 * @param path absolute
 */
public record BoltHome(Path path) {
    /** Makes the path absolute. */
    public BoltHome {
        path = path.toAbsolutePath().normalize();
    }

    /** The home from the property {@code bolt.home}, the variable {@code BOLT_HOME}, or {@code ~/.bolt}. */
    static BoltHome of(PropertyResolver environment) {
        String configured = environment.getProperty("bolt.home", "");
        return new BoltHome(
                configured.isBlank() ? Path.of(System.getProperty("user.home"), ".bolt") : Path.of(configured));
    }

    /**
     * Where the service keeps its data; created if missing.
     *
     * @param service such as {@code search}
     * @throws UncheckedIOException if it cannot be created
     */
    public Path data(String service) {
        if (!service.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("Not the name of a service: '%s'".formatted(service));
        }
        return made(path.resolve("data").resolve(service));
    }

    /** Where pid and port files lie; created if missing. */
    public Path run() {
        return made(path.resolve("run"));
    }

    /** Where logs lie; created if missing. */
    public Path logs() {
        return made(path.resolve("logs"));
    }

    /** Where a file of the home itself lies; the home is created if missing, the file is not. */
    public Path file(String name) {
        return made(path).resolve(name);
    }

    private static Path made(Path directory) {
        try {
            return Files.getFileStore(existingParent(directory)).supportsFileAttributeView("posix")
                    ? Files.createDirectories(
                            directory,
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                    : Files.createDirectories(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot create " + directory, failure);
        }
    }

    private static Path existingParent(Path directory) {
        Path candidate = directory;
        while (!Files.exists(candidate) && candidate.getParent() != null) {
            candidate = candidate.getParent();
        }
        return candidate;
    }
}
