package dev.bolt.cli.process;

import dev.bolt.cli.console.Failure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The built checkout that the services come from.
 *
 * @param root its directory
 * @param java the {@code java} that runs them: the one that runs us
 */
public record Distribution(Path root, Path java) {
    private static final String VERSION = "0.1.0";

    /** The checkout that the launcher names, else the one this jar lies in. */
    public static Distribution of(Map<String, String> environment) {
        var named = environment.getOrDefault("BOLT_DIST", "");
        var root = named.isEmpty() ? ownCheckout() : Path.of(named);
        return new Distribution(
                root.toAbsolutePath().normalize(), Path.of(System.getProperty("java.home"), "bin", "java"));
    }

    private static Path ownCheckout() {
        var jar = Path.of(System.getProperty("java.class.path").split(File.pathSeparator, 2)[0]);
        var module = jar.toAbsolutePath().normalize().getParent();
        for (var folder = module; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("bolt-api"))) {
                return folder;
            }
        }
        return Path.of("");
    }

    /** The service's runnable jar. @throws Failure if it is not built */
    Path jar(Service service) {
        var jar = root.resolve(service.module())
                .resolve("target")
                .resolve(service.module() + "-" + VERSION + "-exec.jar");
        if (!Files.isRegularFile(jar)) {
            throw Failure.service(service.label() + " is not built: there is no " + jar
                    + ". Start Bolt through ./bolt, which builds what is missing.");
        }
        return jar;
    }

    /** Names the jar's content cheaply: two builds never have the same. */
    String build(Service service) {
        var jar = jar(service);
        try {
            return Long.toString(Files.size(jar), 36) + "-"
                    + Long.toString(Files.getLastModifiedTime(jar).toMillis(), 36);
        } catch (IOException e) {
            throw Failure.service("Cannot read " + jar + ": " + e.getMessage());
        }
    }
}
