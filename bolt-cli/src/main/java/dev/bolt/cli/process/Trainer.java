package dev.bolt.cli.process;

import dev.bolt.cli.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes the services' AOT caches (JEP 514) once per build, in the background after the first start: each service is
 * started once more at the lowest priority in a home of its own, up to the point where it would take requests, one
 * after the other; analysis takes some, so that its first model costs less too. The next start is then about twice as
 * fast. {@code BOLT_TRAIN=off} leaves it out.
 */
final class Trainer {
    private static final String NAME = "trainer";

    private final Home home;
    private final Distribution distribution;
    private final Layout layout;
    private final ProcessRegistry registry;
    private final boolean wanted;

    Trainer(Home home, Distribution distribution, Layout layout, ProcessRegistry registry, boolean wanted) {
        this.home = home;
        this.distribution = distribution;
        this.layout = layout;
        this.registry = registry;
        this.wanted = wanted;
    }

    /** Starts what is missing in the background and returns at once. */
    void start() {
        var missing = Arrays.stream(Service.values())
                .filter(service -> !Files.exists(layout.aotCache(service)))
                .toList();
        if (!wanted || missing.isEmpty()) {
            return;
        }
        var script = "ulimit -t 180\n" + missing.stream().map(this::lesson).collect(Collectors.joining("\n"));
        var log = home.logs().resolve(NAME + ".log");
        try {
            LogFile.rotate(log);
            var process = Detached.start(List.of("nice", "-n", "19", "/bin/sh", "-c", script), home.path(), log);
            var startedAt = process.toHandle().info().startInstant().orElseGet(Instant::now);
            registry.write(new ProcessRecord(NAME, process.pid(), startedAt, 0, "", Map.of()));
        } catch (IOException e) {
            throw Failure.service("Cannot start the training of the caches: " + e.getMessage());
        }
    }

    /** Ends it with its children, and leaves no half a cache. */
    void stop() {
        registry.last(NAME).flatMap(ProcessRecord::process).ifPresent(process -> {
            var children = process.descendants().toList();
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        });
        registry.remove(NAME);
    }

    private String lesson(Service service) {
        var cache = layout.aotCache(service);
        var part = cache.resolveSibling("app.aot.part");
        var folder = home.cache().resolve("training");
        return "rm -rf %s; %s %s -XX:AOTCacheOutput=%s %s -jar %s --server.port=0 --bolt.home=%s; [ -s %s ] && mv %s %s; rm -rf %s"
                .formatted(
                        quoted(folder),
                        quoted(distribution.java()),
                        String.join(" ", service.machineFlags()),
                        quoted(part),
                        service.lessonFlag(),
                        quoted(layout.jar(service)),
                        quoted(folder),
                        quoted(part),
                        quoted(part),
                        quoted(cache),
                        quoted(folder));
    }

    private static String quoted(Object path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
