package dev.bolt.orchestrator.queue;

import dev.bolt.api.solve.Priority;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue in which no priority starves: CRITICAL goes first, up to so many in a row while others wait; the rest
 * share by weight, first-in first-out within a priority. Safe for many threads; every operation is O(1).
 *
 * <p>Start-time fair queueing after Goyal, Vin and Cheng (SIGCOMM 1996): each lane has a virtual time that grows by
 * 1/weight an item taken; the lane that is furthest behind goes next; a lane that was empty joins at the present.
 *
 * @param <T> what waits
 */
public final class FairQueue<T> {
    private final QueueProperties properties;
    private final Map<Priority, ArrayDeque<T>> lanes = new EnumMap<>(Priority.class);
    private final Map<Priority, Double> virtualTime = new EnumMap<>(Priority.class);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private double present;
    private int criticalRun;
    private int size;
    private int reserved;

    /** Empty; its places, weights and the length of a critical run are the properties'. */
    public FairQueue(QueueProperties properties) {
        this.properties = properties;
        for (Priority priority : Priority.values()) {
            lanes.put(priority, new ArrayDeque<>());
            virtualTime.put(priority, 0.0);
        }
    }

    /** Adds the item at the end of its lane; false if there is no place for its priority. */
    public boolean offer(Priority priority, T item) {
        lock.lock();
        try {
            return hasPlace(priority) && add(priority, item);
        } finally {
            lock.unlock();
        }
    }

    /** Keeps a place for an item of this priority that will come by {@link #fill}; false if there is none. */
    public boolean reserve(Priority priority) {
        lock.lock();
        try {
            boolean free = hasPlace(priority);
            reserved += free ? 1 : 0;
            return free;
        } finally {
            lock.unlock();
        }
    }

    /** Adds the item at the end of its lane, in a place that was reserved. */
    public void fill(Priority priority, T item) {
        lock.lock();
        try {
            reserved--;
            add(priority, item);
        } finally {
            lock.unlock();
        }
    }

    /** Gives a place back that was reserved. */
    public void release() {
        lock.lock();
        try {
            reserved--;
        } finally {
            lock.unlock();
        }
    }

    private boolean hasPlace(Priority priority) {
        int kept = priority == Priority.CRITICAL ? 0 : properties.reserved();
        return size + reserved < properties.size() - kept;
    }

    /** Adds the item even if the queue is full: it had a place before. */
    public void restore(Priority priority, T item) {
        lock.lock();
        try {
            add(priority, item);
        } finally {
            lock.unlock();
        }
    }

    /**
     * What was taken.
     *
     * @param item that waited
     * @param priority under which it did
     * @param <T> what waits
     */
    public record Waiting<T>(T item, Priority priority) {}

    /** The next item; waits for one. */
    public T take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Waiting<T> next = next();
            while (next == null) {
                arrived.await();
                next = next();
            }
            return next.item();
        } finally {
            lock.unlock();
        }
    }

    /** The next item; empty if none waits. */
    public Optional<Waiting<T>> poll() {
        lock.lock();
        try {
            return Optional.ofNullable(next());
        } finally {
            lock.unlock();
        }
    }

    /** The next item if it is CRITICAL; empty if none is, or it is the others' turn. */
    public Optional<Waiting<T>> pollCritical() {
        lock.lock();
        try {
            return criticalIsNext() ? Optional.ofNullable(next()) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until an item comes, if none is there; who has waited longest is woken first. */
    public void await() throws InterruptedException {
        await(Long.MAX_VALUE);
    }

    /** The same, at most so long. */
    public void await(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (size == 0) {
                long _ = arrived.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many wait. */
    public int size() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }

    /** How many of those that wait now would go before one of this priority that came now, about. */
    public int ahead(Priority priority) {
        lock.lock();
        try {
            int own = lane(priority).size();
            if (priority == Priority.CRITICAL) {
                return own;
            }
            double ahead = own + lane(Priority.CRITICAL).size();
            for (Priority other : Priority.values()) {
                if (other != priority && other != Priority.CRITICAL) {
                    double meanwhile = (own + 1) * properties.weight(other) / properties.weight(priority);
                    ahead += Math.min(lane(other).size(), meanwhile);
                }
            }
            return (int) Math.ceil(ahead);
        } finally {
            lock.unlock();
        }
    }

    private boolean add(Priority priority, T item) {
        ArrayDeque<T> lane = lane(priority);
        if (lane.isEmpty()) {
            virtualTime.merge(priority, present, Math::max);
        }
        lane.add(item);
        size++;
        arrived.signal();
        return true;
    }

    private boolean criticalIsNext() {
        int waiting = lane(Priority.CRITICAL).size();
        return waiting > 0 && (criticalRun < properties.criticalRun() || size == waiting);
    }

    private @Nullable Waiting<T> next() {
        Priority chosen = null;
        if (criticalIsNext()) {
            criticalRun++;
            chosen = Priority.CRITICAL;
        } else {
            criticalRun = 0;
            chosen = furthestBehind();
        }
        if (chosen == null) {
            return null;
        }
        double time = virtualTime.getOrDefault(chosen, 0.0);
        present = Math.max(present, time);
        virtualTime.put(chosen, time + 1 / properties.weight(chosen));
        size--;
        return new Waiting<>(lane(chosen).remove(), chosen);
    }

    private @Nullable Priority furthestBehind() {
        Priority chosen = null;
        for (Priority priority : Priority.values()) {
            boolean behind =
                    chosen == null || virtualTime.getOrDefault(priority, 0.0) < virtualTime.getOrDefault(chosen, 0.0);
            if (priority != Priority.CRITICAL && !lane(priority).isEmpty() && behind) {
                chosen = priority;
            }
        }
        return chosen;
    }

    private ArrayDeque<T> lane(Priority priority) {
        ArrayDeque<T> lane = lanes.get(priority);
        if (lane == null) {
            throw new IllegalStateException("No lane for " + priority);
        }
        return lane;
    }
}
