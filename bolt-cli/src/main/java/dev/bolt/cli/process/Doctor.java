package dev.bolt.cli.process;

import dev.bolt.cli.console.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Checks what the services need: Java, a home that can be written to, ports, and how each service is. */
public final class Doctor {
    private static final long ROOM_BYTES = 1L << 30;

    private final Home home;
    private final Distribution distribution;
    private final Fleet fleet;

    /** Checks nothing yet. */
    public Doctor(Home home, Distribution distribution, Fleet fleet) {
        this.home = home;
        this.distribution = distribution;
        this.fleet = fleet;
    }

    /**
     * What was seen.
     *
     * @param name what was checked
     * @param good false if it must be mended
     * @param told what is so, and what to do
     */
    public record Check(String name, boolean good, String told) {}

    /** All checks, in the order in which to mend. */
    public List<Check> examine() {
        var checks = new ArrayList<Check>();
        int version = Runtime.version().feature();
        checks.add(new Check("java", version >= 25, Runtime.version() + " at " + distribution.java()));
        checks.add(home());
        for (var service : Service.values()) {
            checks.add(service(service));
        }
        return checks;
    }

    private Check home() {
        try {
            home.create();
            Files.delete(Files.createTempFile(home.run(), "doctor", ".part"));
            long room = Files.getFileStore(home.path()).getUsableSpace();
            return new Check("home", room > ROOM_BYTES, home.path() + ", " + (room >> 20) + " MB free");
        } catch (IOException | Failure e) {
            return new Check("home", false, "cannot write to " + home.path() + ": " + e.getMessage());
        }
    }

    private Check service(Service service) {
        try {
            distribution.jar(service);
        } catch (Failure absent) {
            return new Check(service.label(), false, String.valueOf(absent.getMessage()));
        }
        return fleet.registry()
                .running(service)
                .map(record -> {
                    boolean ready = fleet.ready(record);
                    return new Check(
                            service.label(),
                            ready,
                            (ready ? "ready" : "not ready: see `bolt logs " + service.label() + "`, or `bolt up`")
                                    + ", pid " + record.pid() + ", port " + record.port());
                })
                .orElseGet(() -> new Check(service.label(), true, "does not run; " + prospect(service)));
    }

    private String prospect(Service service) {
        int port = fleet.registry().last(service).map(ProcessRecord::port).orElse(service.usualPort());
        return "port " + port + (Ports.free(port) ? " is free" : " is taken, another will be used");
    }

    /** The first line that a program prints; empty if it prints none or cannot be run. */
    public static String firstLine(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                var line = lines.readLine();
                return line == null ? "" : line;
            }
        } catch (IOException e) {
            return "";
        }
    }
}
