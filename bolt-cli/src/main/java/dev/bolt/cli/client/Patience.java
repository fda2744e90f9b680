package dev.bolt.cli.client;

import dev.bolt.api.index.IndexStatus;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * How long a first indexing is waited for: as long as something moves, and never longer than the bound.
 *
 * <p>Something moves when a service has read another file, lists more of them, changes its state or comes to answer.
 */
final class Patience {
    private static final Duration STANDSTILL = Duration.ofSeconds(60);
    private static final Duration BOUND = Duration.ofMinutes(30);

    private final Duration standstill;
    private final Duration bound;
    private final LongSupplier nanos;
    private final long began;
    private long moved;
    private List<String> last = List.of();

    Patience(Duration standstill, Duration bound, LongSupplier nanos) {
        this.standstill = standstill;
        this.bound = bound;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.moved = began;
    }

    /** A minute without a move, half an hour in all. */
    static Patience ofAPerson() {
        return new Patience(STANDSTILL, BOUND, System::nanoTime);
    }

    /** Whether there is no use in waiting on. */
    boolean isSpent(List<IndexStatus> indexes) {
        long now = nanos.getAsLong();
        List<String> seen = indexes.stream()
                .map(index -> "%s %s %d %d %s"
                        .formatted(index.service(), index.state(), index.filesDone(), index.filesTotal(), index.asOf()))
                .toList();
        if (!seen.equals(last)) {
            last = seen;
            moved = now;
        }
        return now - moved >= standstill.toNanos() || now - began >= bound.toNanos();
    }
}
