package dev.bolt.orchestrator.queue;

import dev.bolt.api.solve.Priority;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue in which no priority starves: CRITICAL goes first, up to {@value #CRITICAL_RUN} in a row while others
 * wait; the rest share by weight 0.8 : 0.6 : 0.4, first-in first-out within a priority. Safe for many threads; every
 * operation is O(1).
 *
 * <p>Start-time fair queueing after Goyal, Vin and Cheng (SIGCOMM 1996): each lane has a virtual time that grows by
 * 1/weight an item taken; the lane that is furthest behind goes next; a lane that was empty joins at the present.
 *
 * @param <T> what waits
 */
public final class FairQueue<T> {
    static final int CRITICAL_RUN = 4;

    private static final Map<Priority, Double> WEIGHT =
            Map.of(Priority.CRITICAL, 1.0, Priority.HIGH, 0.8, Priority.NORMAL, 0.6, Priority.LOW, 0.4);

    private final int capacity;
    private final Map<Priority, ArrayDeque<T>> lanes = new EnumMap<>(Priority.class);
    private final Map<Priority, Double> virtualTime = new EnumMap<>(Priority.class);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private double present;
    private int criticalRun;
    private int size;

    /** @param capacity places for all priorities together */
    public FairQueue(int capacity) {
        this.capacity = capacity;
        for (Priority priority : Priority.values()) {
            lanes.put(priority, new ArrayDeque<>());
            virtualTime.put(priority, 0.0);
        }
    }

    /** Adds the item at the end of its lane; false if the queue is full. */
    public boolean offer(Priority priority, T item) {
        lock.lock();
        try {
            if (size >= capacity) {
                return false;
            }
            ArrayDeque<T> lane = lane(priority);
            if (lane.isEmpty()) {
                virtualTime.merge(priority, present, Math::max);
            }
            lane.add(item);
            size++;
            arrived.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The next item; waits for one. */
    public T take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            T item = next();
            while (item == null) {
                arrived.await();
                item = next();
            }
            return item;
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

    private @Nullable T next() {
        Priority chosen = null;
        boolean criticalMayGo =
                criticalRun < CRITICAL_RUN || size == lane(Priority.CRITICAL).size();
        if (!lane(Priority.CRITICAL).isEmpty() && criticalMayGo) {
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
        virtualTime.put(chosen, time + 1 / WEIGHT.getOrDefault(chosen, 1.0));
        size--;
        return lane(chosen).poll();
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
