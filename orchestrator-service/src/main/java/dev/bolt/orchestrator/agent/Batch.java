package dev.bolt.orchestrator.agent;

import dev.bolt.api.solve.Priority;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What one agent has taken and not begun. The owner takes from the head, thieves from the tail, so that they meet last
 * (Blumofe and Leiserson, JACM 1999). An entry is in one batch at a time and leaves it once. Safe for many threads.
 */
final class Batch {
    private final Deque<Entry> entries = new ArrayDeque<>();

    /**
     * A step that was taken from the queue.
     *
     * @param takenNanos when, by {@link System#nanoTime}
     */
    record Entry(Priority priority, Work work, long takenNanos) {
        private boolean movable() {
            return priority == Priority.NORMAL || priority == Priority.LOW;
        }
    }

    synchronized void add(List<Entry> more) {
        entries.addAll(more);
    }

    synchronized @Nullable Entry next() {
        return entries.poll();
    }

    synchronized int size() {
        return entries.size();
    }

    /** How many others may take. */
    synchronized int movable() {
        return (int) entries.stream().filter(Entry::movable).count();
    }

    /** Takes out half of NORMAL and LOW, rounded up, from the tail, in the order in which they were taken. */
    synchronized List<Entry> steal() {
        int wanted = (movable() + 1) / 2;
        var stolen = new ArrayList<Entry>(wanted);
        for (Iterator<Entry> each = entries.descendingIterator(); each.hasNext() && stolen.size() < wanted; ) {
            Entry entry = each.next();
            if (entry.movable()) {
                each.remove();
                stolen.add(entry);
            }
        }
        Collections.reverse(stolen);
        return stolen;
    }

    /** Takes out the first if it was taken so long ago; null if not. */
    synchronized @Nullable Entry overdue(long nowNanos, long waitNanos) {
        Entry first = entries.peek();
        return first != null && nowNanos - first.takenNanos() >= waitNanos ? entries.poll() : null;
    }

    /** When the first was taken; empty if there is none. */
    synchronized OptionalLong since() {
        Entry first = entries.peek();
        return first == null ? OptionalLong.empty() : OptionalLong.of(first.takenNanos());
    }
}
