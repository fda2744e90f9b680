package dev.bolt.einstein.vector;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** By the incubating Vector API, as wide as the processor is. */
final class SimdDots implements Dots {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    /** Its bytes are as many as the floats. */
    private static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, LANES * Byte.SIZE)));

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    @Override
    public float floats(float[] question, MemorySegment rows, long offset) {
        var one = FloatVector.zero(FLOATS);
        var other = FloatVector.zero(FLOATS);
        int d = 0;
        for (; d + 2 * LANES <= question.length; d += 2 * LANES) {
            long at = offset + (long) d * Float.BYTES;
            one = FloatVector.fromArray(FLOATS, question, d)
                    .fma(FloatVector.fromMemorySegment(FLOATS, rows, at, ORDER), one);
            other = FloatVector.fromArray(FLOATS, question, d + LANES)
                    .fma(FloatVector.fromMemorySegment(FLOATS, rows, at + (long) LANES * Float.BYTES, ORDER), other);
        }
        float sum = one.add(other).reduceLanes(VectorOperators.ADD);
        for (; d < question.length; d++) {
            sum += question[d] * rows.get(JAVA_FLOAT, offset + (long) d * Float.BYTES);
        }
        return sum;
    }

    @Override
    public float bytes(float[] question, MemorySegment rows, long offset) {
        var sums = FloatVector.zero(FLOATS);
        int d = 0;
        for (; BYTES.length() == LANES && d + LANES <= question.length; d += LANES) {
            var row = (FloatVector) ByteVector.fromMemorySegment(BYTES, rows, offset + d, ORDER)
                    .convertShape(VectorOperators.B2F, FLOATS, 0);
            sums = FloatVector.fromArray(FLOATS, question, d).fma(row, sums);
        }
        float sum = sums.reduceLanes(VectorOperators.ADD);
        for (; d < question.length; d++) {
            sum += question[d] * rows.get(JAVA_BYTE, offset + d);
        }
        return sum;
    }
}
