package dev.bolt.benchmarks.vector;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** How fast memory is read: a sum over an array off the heap, eight vectors at a time, by several threads. */
final class Bandwidth implements AutoCloseable {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int SUMS = 8;
    private static final long STEP = (long) SUMS * FLOATS.vectorByteSize();

    private final Arena arena = Arena.ofShared();
    private final MemorySegment array;
    private volatile float sum;

    /** Over so many bytes, every one of them written once. */
    Bandwidth(long bytes) {
        array = arena.allocate(bytes / STEP * STEP, FLOATS.vectorByteSize());
        array.fill((byte) 1);
    }

    /** Two threads read all of it, each its half. */
    SideBySide halves() {
        long half = array.byteSize() / 2 / STEP * STEP;
        return SideBySide.run(() -> read(0, half), () -> read(half, array.byteSize()));
    }

    /** Two threads read all of it, each all of it, as two questions do. */
    SideBySide wholes() {
        return SideBySide.run(() -> read(0, array.byteSize()), () -> read(0, array.byteSize()));
    }

    private void read(long from, long to) {
        FloatVector s0 = FloatVector.zero(FLOATS);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        FloatVector s4 = s0;
        FloatVector s5 = s0;
        FloatVector s6 = s0;
        FloatVector s7 = s0;
        for (long at = from; at < to; at += STEP) {
            s0 = s0.add(at(at, 0));
            s1 = s1.add(at(at, 1));
            s2 = s2.add(at(at, 2));
            s3 = s3.add(at(at, 3));
            s4 = s4.add(at(at, 4));
            s5 = s5.add(at(at, 5));
            s6 = s6.add(at(at, 6));
            s7 = s7.add(at(at, 7));
        }
        sum = s0.add(s1).add(s2).add(s3).add(s4).add(s5).add(s6).add(s7).reduceLanes(VectorOperators.ADD);
    }

    private FloatVector at(long offset, int vector) {
        return FloatVector.fromMemorySegment(
                FLOATS, array, offset + (long) vector * FLOATS.vectorByteSize(), ByteOrder.nativeOrder());
    }

    @Override
    public void close() {
        if (Float.isNaN(sum)) {
            throw new IllegalStateException("Nothing was read");
        }
        arena.close();
    }
}
