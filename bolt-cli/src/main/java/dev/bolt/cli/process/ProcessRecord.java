package dev.bolt.cli.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A service that was started, as written to {@code run/<service>.json}.
 *
 * @param service its label
 * @param pid its process
 * @param startedAt when that process began; tells it from a later one with the same pid
 * @param port where it listens
 * @param build the jar it runs: size and time of its file
 * @param callees addresses it was told, by name
 */
public record ProcessRecord(
        String service, long pid, Instant startedAt, int port, String build, Map<String, String> callees) {
    /** The kernel counts in ticks from a boot time that may be corrected by a second. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** Copies the map. */
    public ProcessRecord {
        callees = Map.copyOf(callees);
    }

    /** The process itself, or empty if it has ended, is a zombie, or its pid now belongs to another. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        process.info().startInstant().map(this::isMine).orElse(true))
                .filter(process -> !ProcFile.zombie(pid));
    }

    private boolean isMine(Instant start) {
        return Duration.between(startedAt, start).abs().compareTo(TOLERANCE) <= 0;
    }
}
