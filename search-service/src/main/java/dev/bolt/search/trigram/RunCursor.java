package dev.bolt.search.trigram;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;

/** A place in a {@link GramRun}, which is mapped: one trigram's postings. Used by one thread. */
final class RunCursor implements Comparable<RunCursor>, AutoCloseable {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int END = Integer.MAX_VALUE;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment run;
    private final int number;
    private final int firstChunk;
    private long at;
    private int gram;
    private int count;
    private int first;
    private int last;
    private long deltas;
    private int deltaBytes;

    /** @param firstChunk what its chunk 0 is among all */
    RunCursor(Path file, int number, int firstChunk) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            this.run = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
        }
        this.number = number;
        this.firstChunk = firstChunk;
        advance();
    }

    boolean atEnd() {
        return gram == END;
    }

    int gram() {
        return gram;
    }

    int count() {
        return count;
    }

    /** First chunk, among all. */
    int first() {
        return firstChunk + first;
    }

    /** Last chunk, among all. */
    int last() {
        return firstChunk + last;
    }

    /** Adds the differences from chunk to chunk. */
    void addDeltas(ByteBuilder to) {
        to.add(run, deltas, deltaBytes);
    }

    void advance() {
        if (at == run.byteSize()) {
            gram = END;
            return;
        }
        gram = run.get(INT, at);
        at += Integer.BYTES;
        count = varInt();
        first = varInt();
        last = varInt();
        deltaBytes = varInt();
        deltas = at;
        at += deltaBytes;
    }

    private int varInt() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = run.get(ValueLayout.JAVA_BYTE, at++);
            value |= (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }

    @Override
    public int compareTo(RunCursor other) {
        return gram != other.gram ? Integer.compare(gram, other.gram) : Integer.compare(number, other.number);
    }

    @Override
    public void close() {
        arena.close();
    }
}
