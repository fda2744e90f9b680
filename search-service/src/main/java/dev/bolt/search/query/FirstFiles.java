package dev.bolt.search.query;

import dev.bolt.api.search.FileMatches;
import dev.bolt.search.lease.Lease;
import dev.bolt.search.lease.Weight;
import dev.bolt.search.text.PathOrder;
import java.util.List;
import java.util.TreeMap;

/**
 * Keeps, of files that come in no order, the first by path that make a page: as many as have so many lines, or as fit
 * into memory. Used by one thread at a time.
 */
final class FirstFiles {
    private final TreeMap<String, FileMatches> first = new TreeMap<>(PathOrder::compare);
    private final String from;
    private final int limit;
    private final Lease lease;
    private final long mostBytes;
    private long lines;
    private long bytes;
    private boolean dropped;

    /**
     * @param from files before this path are not kept
     * @param limit lines of a page; 0 for all
     * @param lease pays for what is kept
     */
    FirstFiles(String from, int limit, Lease lease, long mostBytes) {
        this.from = from;
        this.limit = limit;
        this.lease = lease;
        this.mostBytes = mostBytes;
    }

    void add(FileMatches file) {
        if (PathOrder.compare(file.path(), from) < 0) {
            return;
        }
        long weight = Weight.of(file);
        while (bytes + weight > mostBytes || !lease.take(weight)) {
            if (first.isEmpty() || PathOrder.compare(file.path(), first.lastKey()) > 0) {
                dropped = true;
                return;
            }
            dropLast();
        }
        first.put(file.path(), file);
        bytes += weight;
        lines += linesOf(file);
        // Of the file that the cursor is in, lines before it do not count.
        while (limit > 0 && first.size() > 1 && linesBetween() >= limit) {
            dropLast();
        }
    }

    /** Lines of all but the first file and the last. */
    private long linesBetween() {
        return lines
                - linesOf(first.firstEntry().getValue())
                - linesOf(first.lastEntry().getValue());
    }

    private void dropLast() {
        FileMatches last = first.pollLastEntry().getValue();
        long weight = Weight.of(last);
        lines -= linesOf(last);
        bytes -= weight;
        lease.give(weight);
        dropped = true;
    }

    /** By path. */
    List<FileMatches> files() {
        return List.copyOf(first.values());
    }

    /** Whether there were more than these. */
    boolean dropped() {
        return dropped;
    }

    /** Gives back what was paid for them. */
    void close() {
        lease.give(bytes);
        bytes = 0;
    }

    private static long linesOf(FileMatches file) {
        return file.lines().stream().filter(line -> !line.context()).count();
    }
}
