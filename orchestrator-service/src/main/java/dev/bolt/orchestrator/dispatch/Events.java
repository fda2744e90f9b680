package dev.bolt.orchestrator.dispatch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes those who listen to a solve when something happened to it; the events themselves are in the ledger. Holds
 * something only for solves that have a listener. Safe for many threads.
 */
final class Events {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Bell> bells = new HashMap<>();

    private final class Bell {
        private final Condition rung = lock.newCondition();
        private long count;
        private int listeners;
    }

    /** Something happened to this solve. */
    void announce(String id) {
        lock.lock();
        try {
            Bell bell = bells.get(id);
            if (bell != null) {
                bell.count++;
                bell.rung.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Listens from now on; close it. */
    Listener listen(String id) {
        lock.lock();
        try {
            Bell bell = bells.computeIfAbsent(id, key -> new Bell());
            bell.listeners++;
            return new Listener(id, bell);
        } finally {
            lock.unlock();
        }
    }

    /** How many solves somebody listens to. */
    int size() {
        lock.lock();
        try {
            return bells.size();
        } finally {
            lock.unlock();
        }
    }

    /** Hears every announcement since it was made. Used by one thread. */
    final class Listener implements AutoCloseable {
        private final String id;
        private final Bell bell;
        private long heard;

        private Listener(String id, Bell bell) {
            this.id = id;
            this.bell = bell;
            this.heard = bell.count;
        }

        /** Waits for an announcement that it has not heard yet, so long at most. */
        void await(Duration patience) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                long left = patience.toNanos();
                while (bell.count == heard && left > 0) {
                    left = bell.rung.awaitNanos(Math.min(left, TimeUnit.DAYS.toNanos(1)));
                }
                heard = bell.count;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                if (--bell.listeners == 0) {
                    bells.remove(id);
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
