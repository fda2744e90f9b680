package dev.bolt.search.index;

import java.util.concurrent.ExecutorService;

/**
 * Those who help with one piece of work, as far as a pool has threads for it. Who has not begun when the work is over
 * never does, so that nobody waits for a place in the pool. Used by one thread.
 */
final class Crew {
    private final ExecutorService pool;
    private final int most;

    /** Called and not yet gone; guarded by this. */
    private int called;

    /** Of those, at work; guarded by this. */
    private int working;

    private boolean over;

    /** @param most who help at once */
    Crew(ExecutorService pool, int most) {
        this.pool = pool;
        this.most = most;
    }

    /** Calls for as many as are missing; each does this once, and never throws. */
    void call(Runnable help) {
        while (joined()) {
            pool.execute(() -> help(help));
        }
    }

    private synchronized boolean joined() {
        if (called >= most) {
            return false;
        }
        called++;
        return true;
    }

    private void help(Runnable help) {
        if (!begun()) {
            return;
        }
        try {
            help.run();
        } finally {
            gone();
        }
    }

    private synchronized boolean begun() {
        if (over) {
            return false;
        }
        working++;
        return true;
    }

    private synchronized void gone() {
        working--;
        called--;
        notifyAll();
    }

    /** Ends it: waits for those at work, which must know that it ends. */
    synchronized void leave() {
        over = true;
        boolean interrupted = false;
        while (working > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
