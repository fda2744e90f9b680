package dev.bolt.search.query;

import dev.bolt.api.search.FileMatches;
import dev.bolt.search.lease.Lease;
import dev.bolt.search.lease.Weight;
import dev.bolt.search.text.PathOrder;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps, of files that come in no order, the first by path that make a page: as many as have so many lines, or as fit
 * into memory. Used by one thread at a time.
 */
final class FirstFiles {
    private final TreeMap<String, FileMatches> first = new TreeMap<>(PathOrder::compare);
    private final Cursor from;
    private final int limit;
    private final Lease lease;
    private final long mostBytes;
    private long lines;
    private long bytes;

    /** The first that was dropped: nothing behind it is kept, or there would be a gap. */
    private @Nullable String end;

    /** The one file that is kept although there is no room. */
    private String unpaid = "";

    /**
     * @param from lines up to it are not kept
     * @param limit lines of a page; 0 for all
     * @param lease pays for what is kept
     */
    FirstFiles(Cursor from, int limit, Lease lease, long mostBytes) {
        this.from = from;
        this.limit = limit;
        this.lease = lease;
        this.mostBytes = mostBytes;
    }

    void add(FileMatches found) {
        from.rest(found).ifPresent(this::keep);
    }

    private void keep(FileMatches file) {
        if (end != null && PathOrder.compare(file.path(), end) > 0) {
            return;
        }
        long weight = Weight.of(file);
        boolean paid = false;
        while (bytes + weight > mostBytes || !(paid = lease.take(weight))) {
            if (first.isEmpty()) {
                break; // one is always kept, or there would be no page
            }
            if (PathOrder.compare(file.path(), first.lastKey()) > 0) {
                end = file.path();
                return;
            }
            dropLast();
        }
        first.put(file.path(), file);
        bytes += paid ? weight : 0;
        unpaid = paid ? unpaid : file.path();
        lines += file.matched();
        while (limit > 0 && lines - first.lastEntry().getValue().matched() >= limit) {
            dropLast();
        }
    }

    private void dropLast() {
        FileMatches last = first.pollLastEntry().getValue();
        long weight = last.path().equals(unpaid) ? 0 : Weight.of(last);
        lines -= last.matched();
        bytes -= weight;
        lease.give(weight);
        end = last.path();
    }

    /** By path. */
    List<FileMatches> files() {
        return List.copyOf(first.values());
    }

    /** Whether there were more than these. */
    boolean dropped() {
        return end != null;
    }

    /** Gives back what was paid for them. */
    void close() {
        lease.give(bytes);
        bytes = 0;
    }
}
