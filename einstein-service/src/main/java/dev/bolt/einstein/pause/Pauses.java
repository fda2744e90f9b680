package dev.bolt.einstein.pause;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Says whether background work should wait, and when to ask again. Each question looks anew: some ms on macOS. */
public final class Pauses {
    private final List<Reason> reasons;
    private final Duration again;

    Pauses(List<Reason> reasons, Duration again) {
        this.reasons = List.copyOf(reasons);
        this.again = again;
    }

    /** As the settings say on this system; on one that is neither Linux nor macOS there is never a reason. */
    public static Pauses of(PauseProperties properties, String system) {
        var reasons = new ArrayList<Reason>();
        long memory = properties.memory().toBytes();
        if (system.startsWith("Linux")) {
            addIf(reasons, properties.battery(), () -> new LinuxBattery(Path.of("/sys/class/power_supply")));
            addIf(reasons, memory > 0, () -> new LinuxMemory(Path.of("/proc/meminfo"), memory));
        } else if (system.startsWith("Mac")) {
            addIf(reasons, properties.battery(), () -> new MacBattery(new Command("pmset", "-g", "batt")));
            addIf(
                    reasons,
                    memory > 0,
                    () -> new MacMemory(new Command("sysctl", "-n", "kern.memorystatus_vm_pressure_level")));
        }
        return new Pauses(reasons, properties.again());
    }

    /** Never. */
    public static Pauses never() {
        return new Pauses(List.of(), Duration.ofSeconds(1));
    }

    /** Whenever this says why, and again after so long. */
    public static Pauses when(Supplier<Optional<String>> reason, Duration again) {
        return new Pauses(List.of(reason::get), again);
    }

    private static void addIf(List<Reason> reasons, boolean wanted, Supplier<Reason> reason) {
        if (wanted) {
            reasons.add(reason.get());
        }
    }

    /** The first reason to wait; empty if there is none. */
    public Optional<String> reason() {
        return reasons.stream().flatMap(reason -> reason.now().stream()).findFirst();
    }

    /** When to ask again. */
    public Duration again() {
        return again;
    }
}
