package dev.bolt.cli.process;

import dev.bolt.cli.console.Failure;
import dev.bolt.cli.console.ProgressLine;
import dev.bolt.cli.console.Quantity;
import dev.bolt.cli.console.Terminal;
import dev.bolt.cli.http.Loopback;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Waits until services take requests, and shows it. */
final class Readiness {
    private static final String PATH = "/actuator/health/readiness";
    private static final Duration PROBE = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final Home home;
    private final Terminal terminal;
    private final Duration patience;
    private volatile boolean abandoned;

    /** @param patience with one that runs and does not answer */
    Readiness(Home home, Terminal terminal, Duration patience) {
        this.home = home;
        this.terminal = terminal;
        this.patience = patience;
    }

    /** True if the service says so within two seconds. */
    boolean ready(int port) {
        try {
            return new Loopback(port, Map.of()).send("GET", PATH, null, PROBE).status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Those that run and do not become ready while there is patience. */
    Set<Service> hung(Map<Service, ProcessRecord> running) {
        var silent = new EnumMap<Service, ProcessRecord>(Service.class);
        silent.putAll(running);
        long end = System.nanoTime() + patience.toNanos();
        try (var line = new ProgressLine(terminal)) {
            while (true) {
                silent.values().removeIf(record -> ready(record.port()));
                silent.values().removeIf(record -> record.process().isEmpty()); // died: seen by the next look
                if (silent.isEmpty() || System.nanoTime() > end) {
                    break;
                }
                line.show("hung", "waiting for an answer of " + names(silent.keySet()));
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
        silent.keySet().forEach(service -> terminal.note(service.label() + " does not answer: starting it again"));
        return silent.keySet();
    }

    /**
     * Returns once all are ready.
     *
     * @throws Failure with the last lines of its log if one dies or takes more than three minutes
     */
    void await(Map<Service, ProcessRecord> started) {
        var waiting = new EnumMap<>(started);
        long began = System.nanoTime();
        try (var line = new ProgressLine(terminal)) {
            while (true) {
                var millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
                waiting.entrySet().removeIf(entry -> isReady(entry.getKey(), entry.getValue(), millis, line));
                if (waiting.isEmpty()) {
                    return;
                }
                line.show("start", "starting " + names(waiting.keySet()));
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
    }

    private boolean isReady(Service service, ProcessRecord record, long millis, ProgressLine line) {
        if (ready(record.port())) {
            var mark = terminal.errColors().green("✓");
            line.done("%s %-12s ready on port %d after %s"
                    .formatted(mark, service.label(), record.port(), Quantity.duration(millis)));
            return true;
        }
        boolean died = record.process().isEmpty();
        if (died || millis > START_LIMIT.toMillis()) {
            stayIfAbandoned();
            throw failed(service, died);
        }
        return false;
    }

    /** From now on a death is our own doing and no news. */
    void abandon() {
        abandoned = true;
    }

    private void stayIfAbandoned() {
        while (abandoned) {
            LockSupport.park(this); // until the shutdown hook is done
        }
    }

    private Failure failed(Service service, boolean died) {
        var log = LogFile.of(home, service);
        return Failure.service("%s %s. The last lines of %s:\n%s"
                .formatted(
                        service.label(),
                        died ? "died while starting" : "was not ready after " + START_LIMIT.toMinutes() + " minutes",
                        log,
                        String.join("\n", LogFile.tail(log, 15))));
    }

    private static String names(Set<Service> services) {
        return services.stream().map(Service::label).collect(Collectors.joining(", "));
    }
}
