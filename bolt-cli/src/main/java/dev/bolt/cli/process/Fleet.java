package dev.bolt.cli.process;

import dev.bolt.cli.console.Failure;
import dev.bolt.cli.console.OnInterrupt;
import dev.bolt.cli.console.ProgressLine;
import dev.bolt.cli.console.Terminal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * Starts, heals and stops the five services. Starting is idempotent: what runs with today's jar and the right addresses
 * is left alone; a dead, hung or outdated service is started again, on its old port if that is free. When one of those
 * it starts dies, all that this attempt started are stopped. One process at a time does this for a home.
 */
public final class Fleet {
    private static final List<Service> ALL = List.of(Service.values());
    /** Longer than a service of a busy machine is silent. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final EnumSet<Service> CALLERS = EnumSet.of(Service.ORCHESTRATOR, Service.GATEWAY);

    private final Home home;
    private final Distribution distribution;
    private final ProcessRegistry registry;
    private final Layout layout;
    private final Starter starter;
    private final Stopper stopper;
    private final Readiness readiness;
    private final Trainer trainer;
    private final Terminal terminal;

    /** Touches nothing yet; {@code train} lets it make AOT caches in the background. */
    public Fleet(Home home, Distribution distribution, JsonMapper json, Terminal terminal, boolean train) {
        this(home, distribution, json, terminal, train, PATIENCE);
    }

    Fleet(Home home, Distribution distribution, JsonMapper json, Terminal terminal, boolean train, Duration patience) {
        this.home = home;
        this.distribution = distribution;
        this.registry = new ProcessRegistry(home.run(), json);
        this.layout = new Layout(home, distribution);
        this.starter = new Starter(home, distribution, layout, registry);
        this.stopper = new Stopper(registry);
        this.readiness = new Readiness(home, terminal, patience);
        this.trainer = new Trainer(home, distribution, layout, registry, train);
        this.terminal = terminal;
    }

    /** Who runs as what. */
    public ProcessRegistry registry() {
        return registry;
    }

    /** Whether the service answers now that it takes requests. */
    public boolean ready(ProcessRecord record) {
        return readiness.ready(record.port());
    }

    /** Whether all five run and know each other's addresses, as far as can be seen without asking them: quick. */
    public boolean complete() {
        return dead().isEmpty() && misled(runningPorts()).isEmpty();
    }

    /** Whether those that every command goes through answer now, each within two seconds. */
    public boolean answers() {
        return running(EnumSet.complementOf(CALLERS)).values().stream().allMatch(this::ready);
    }

    /** Starts what is not right, a line each, until all five are ready; returns those it started. */
    public List<Service> up() {
        try (var _ = lock()) {
            var wrong = dead();
            var hung = readiness.hung(running(wrong));
            wrong.addAll(hung);
            if (!wrong.isEmpty() || !misled(runningPorts()).isEmpty()) {
                start(wrong, hung);
            }
            return List.copyOf(wrong);
        }
    }

    /** Stops all five and returns those that ran. */
    public List<Service> down() {
        try (var _ = lock()) {
            trainer.stop();
            return stopper.stop(ALL.reversed());
        }
    }

    private HomeLock lock() {
        return HomeLock.acquire(home, () -> terminal.note("Waiting for another bolt that starts or stops services"));
    }

    private void start(EnumSet<Service> wrong, Set<Service> hung) {
        trainer.stop();
        var ports = plan(wrong);
        wrong.addAll(misled(ports));
        stopper.stopHung(hung);
        stopper.stop(wrong);
        try (var line = new ProgressLine(terminal)) {
            line.show("prepare", "preparing the services");
            layout.prepare(List.copyOf(wrong));
        }
        Runnable leaveNothingHalfStarted = () -> {
            readiness.abandon();
            stopper.stop(wrong);
        };
        try (var interrupt = OnInterrupt.run(leaveNothingHalfStarted)) {
            var started = new EnumMap<Service, ProcessRecord>(Service.class);
            wrong.forEach(service -> started.put(service, starter.start(service, ports)));
            readiness.await(started);
        } catch (Failure failure) {
            stopper.stop(wrong);
            throw failure;
        }
        trainer.start();
    }

    /** The ports of all five: the running ones keep theirs, the others get their old, their usual or any free one. */
    private Map<Service, Integer> plan(EnumSet<Service> wrong) {
        var ports = new EnumMap<>(runningPorts());
        var pool = new Ports();
        ports.values().forEach(pool::keep);
        for (var service : wrong) {
            var last = registry.last(service).map(ProcessRecord::port).orElse(0);
            var held =
                    ports.get(service); // still its own: an outdated or hung one is stopped before the new one starts
            ports.put(service, held != null ? held : pool.pick(last, service.usualPort()));
        }
        return ports;
    }

    private EnumSet<Service> dead() {
        var dead = EnumSet.noneOf(Service.class);
        for (var service : ALL) {
            var current = distribution.build(service);
            if (registry.running(service)
                    .filter(record -> record.build().equals(current))
                    .isEmpty()) {
                dead.add(service);
            }
        }
        return dead;
    }

    private EnumSet<Service> misled(Map<Service, Integer> ports) {
        var misled = EnumSet.noneOf(Service.class);
        for (var service : ALL) {
            registry.running(service)
                    .filter(record -> !record.callees().equals(service.callees(ports)))
                    .ifPresent(_ -> misled.add(service));
        }
        return misled;
    }

    private Map<Service, ProcessRecord> running(EnumSet<Service> except) {
        var running = new EnumMap<Service, ProcessRecord>(Service.class);
        for (var service : EnumSet.complementOf(except)) {
            registry.running(service).ifPresent(record -> running.put(service, record));
        }
        return running;
    }

    private Map<Service, Integer> runningPorts() {
        var ports = new EnumMap<Service, Integer>(Service.class);
        running(EnumSet.noneOf(Service.class)).forEach((service, record) -> ports.put(service, record.port()));
        return ports;
    }
}
