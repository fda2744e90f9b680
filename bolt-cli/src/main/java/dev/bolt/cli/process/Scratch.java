package dev.bolt.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * The folder for a service's temporary files, such as unpacked native libraries: its own, and emptied before each
 * start, so that what a killed process left behind is gone with the next one.
 */
final class Scratch {
    private Scratch() {}

    /** The folder of the service, empty. */
    static Path fresh(Home home, Service service) throws IOException {
        Path folder = home.cache().resolve("tmp").resolve(service.label());
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
