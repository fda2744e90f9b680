package dev.bolt.cli.process;

import dev.bolt.cli.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts one service as a process and writes it down. */
final class Starter {
    private final Home home;
    private final Distribution distribution;
    private final Layout layout;
    private final ProcessRegistry registry;

    Starter(Home home, Distribution distribution, Layout layout, ProcessRegistry registry) {
        this.home = home;
        this.distribution = distribution;
        this.layout = layout;
        this.registry = registry;
    }

    /** Returns at once; whether it becomes ready is seen later. */
    ProcessRecord start(Service service, Map<Service, Integer> ports) {
        var log = LogFile.of(home, service);
        int port = ports.getOrDefault(service, 0);
        try {
            LogFile.rotate(log);
            var process = Detached.start(command(service, ports), home.path(), log);
            var startedAt = process.toHandle().info().startInstant().orElseGet(Instant::now);
            var started = new ProcessRecord(
                    service.label(),
                    process.pid(),
                    startedAt,
                    port,
                    distribution.build(service),
                    service.callees(ports));
            registry.write(started);
            return started;
        } catch (IOException e) {
            throw Failure.service("Cannot start " + service.label() + ": " + e.getMessage());
        }
    }

    private List<String> command(Service service, Map<Service, Integer> ports) throws IOException {
        var command = new ArrayList<String>();
        command.add(distribution.java().toString());
        command.addAll(service.machineFlags());
        command.add("-Djava.io.tmpdir=" + Scratch.fresh(home, service));
        if (Files.isRegularFile(layout.aotCache(service))) {
            command.add("-XX:AOTCache=" + layout.aotCache(service));
            command.add("-Xlog:aot=off");
            command.add("-Xlog:cds=off");
        }
        command.addAll(List.of("-jar", layout.jar(service).toString()));
        command.add("--server.port=" + ports.get(service));
        command.add("--bolt.home=" + home.path());
        service.callees(ports)
                .forEach(
                        (name, address) -> command.add("--spring.http.serviceclient." + name + ".base-url=" + address));
        return command;
    }
}
