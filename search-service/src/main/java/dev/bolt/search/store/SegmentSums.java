package dev.bolt.search.store;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.zip.CRC32C;

/**
 * Checks each segment when it is first read, so that a store of gigabytes is open at once: some milliseconds for the 8
 * MB of one. Safe for many threads.
 */
final class SegmentSums {
    private static final int RIGHT = 1;
    private static final int WRONG = 2;

    private final List<MemorySegment> segments;
    private final List<Long> sums;
    private final AtomicIntegerArray states;
    private volatile boolean spoiled;

    /** @param sums empty if nothing need be checked */
    SegmentSums(List<MemorySegment> segments, List<Long> sums) {
        this.segments = segments;
        this.sums = sums;
        this.states = new AtomicIntegerArray(segments.size());
    }

    /** @throws SpoiledException if the segment is not what was written */
    void check(int segment) {
        if (sums.isEmpty() || states.get(segment) == RIGHT) {
            return;
        }
        if (states.get(segment) != WRONG) {
            var crc = new CRC32C();
            crc.update(segments.get(segment).asByteBuffer());
            states.set(segment, sums.get(segment) == crc.getValue() ? RIGHT : WRONG);
        }
        if (states.get(segment) == WRONG) {
            spoiled = true;
            throw new SpoiledException("Segment %d of the text is not what was written".formatted(segment));
        }
    }

    boolean spoiled() {
        return spoiled;
    }
}
