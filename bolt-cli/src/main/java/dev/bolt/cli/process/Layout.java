package dev.bolt.cli.process;

import dev.bolt.cli.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Unpacks a service's jar once per build: classes from a plain class path load faster than from jars in a jar, and only
 * they can be kept in an AOT cache. Safe for one process at a time; callers hold the home's lock.
 */
final class Layout {
    private final Home home;
    private final Distribution distribution;

    Layout(Home home, Distribution distribution) {
        this.home = home;
        this.distribution = distribution;
    }

    /** The folder of the service's unpacked jar, whether or not it is there. */
    Path folder(Service service) {
        return home.cache().resolve(service.label() + "-" + distribution.build(service));
    }

    /** The runnable jar in that folder. */
    Path jar(Service service) {
        return folder(service).resolve(distribution.jar(service).getFileName());
    }

    /** Where the service's AOT cache lies once it is trained. */
    Path aotCache(Service service) {
        return folder(service).resolve("app.aot");
    }

    /** Unpacks what is not unpacked, and deletes the layouts of older builds. */
    void prepare(List<Service> services) {
        var missing = services.stream()
                .filter(service -> !Files.isRegularFile(jar(service)))
                .toList();
        var children = missing.stream().map(this::begin).toList();
        try {
            for (int i = 0; i < missing.size(); i++) {
                finish(missing.get(i), children.get(i));
            }
        } catch (Failure failure) {
            children.forEach(Layout::end);
            missing.forEach(service ->
                    deleteAll(home.cache(), part(service).getFileName().toString()));
            throw failure;
        }
    }

    private static void end(Process child) {
        child.destroyForcibly();
        child.onExit().join();
    }

    private Process begin(Service service) {
        deleteAll(home.cache(), service.label() + "-");
        var command = List.of(
                distribution.java().toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djarmode=tools",
                "-jar",
                distribution.jar(service).toString(),
                "extract",
                "--destination",
                part(service).toString());
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(home.logs()
                            .resolve("unpack-" + service.label() + ".log")
                            .toFile())
                    .start();
        } catch (IOException e) {
            throw Failure.service("Cannot unpack " + service.label() + ": " + e.getMessage());
        }
    }

    private void finish(Service service, Process child) {
        try {
            if (child.waitFor() != 0) {
                long free = Files.getFileStore(home.cache()).getUsableSpace() / (1 << 20);
                throw Failure.service("Cannot unpack %s into %s, where %d MB are free.\n%s"
                        .formatted(
                                service.label(),
                                home.cache(),
                                free,
                                String.join(
                                        "\n",
                                        LogFile.tail(home.logs().resolve("unpack-" + service.label() + ".log"), 10))));
            }
            Files.move(part(service), folder(service));
        } catch (IOException e) {
            throw Failure.service("Cannot unpack " + service.label() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            child.destroy();
            throw Failure.service("Interrupted while unpacking " + service.label() + ".");
        }
    }

    private Path part(Service service) {
        return home.cache().resolve(service.label() + "-part");
    }

    private static void deleteAll(Path folder, String prefix) {
        try (var children = Files.list(folder)) {
            for (var child : children.filter(
                            path -> path.getFileName().toString().startsWith(prefix))
                    .toList()) {
                try (var tree = Files.walk(child)) {
                    for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
                        Files.deleteIfExists(path);
                    }
                }
            }
        } catch (IOException e) {
            throw Failure.service("Cannot clean " + folder + ": " + e.getMessage());
        }
    }
}
