package dev.bolt.orchestrator.dispatch;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;

/** Wakes those who wait for the next event of a solve; the events themselves are in the ledger. */
final class Events {
    private final ConcurrentHashMap<String, Phaser> phases = new ConcurrentHashMap<>();

    /** Something happened to this solve. */
    void announce(String id) {
        Phaser phaser = phases.get(id);
        if (phaser != null) {
            phaser.arrive();
        }
    }

    /** A number that changes with each announcement; take it before reading the ledger. */
    int phase(String id) {
        return phases.computeIfAbsent(id, key -> new Phaser(1)).getPhase();
    }

    /** Waits until the number has changed, or so long. */
    void await(String id, int phase, long millis) throws InterruptedException {
        try {
            phases.computeIfAbsent(id, key -> new Phaser(1))
                    .awaitAdvanceInterruptibly(phase, millis, java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            // nothing happened; the caller looks again
        }
    }

    /** Nobody will wait for this solve any more. */
    void forget(String id) {
        Phaser phaser = phases.remove(id);
        if (phaser != null) {
            phaser.forceTermination();
        }
    }
}
