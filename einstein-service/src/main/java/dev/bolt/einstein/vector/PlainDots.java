package dev.bolt.einstein.vector;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;

/** Two sums at a time, so that one need not wait for the other. */
final class PlainDots implements Dots {
    @Override
    public float floats(float[] question, MemorySegment rows, long offset) {
        float even = 0;
        float odd = 0;
        int d = 0;
        for (; d + 1 < question.length; d += 2) {
            even += question[d] * rows.get(JAVA_FLOAT, offset + (long) d * Float.BYTES);
            odd += question[d + 1] * rows.get(JAVA_FLOAT, offset + (d + 1L) * Float.BYTES);
        }
        return d < question.length
                ? even + odd + question[d] * rows.get(JAVA_FLOAT, offset + (long) d * Float.BYTES)
                : even + odd;
    }

    @Override
    public float bytes(float[] question, MemorySegment rows, long offset) {
        float even = 0;
        float odd = 0;
        int d = 0;
        for (; d + 1 < question.length; d += 2) {
            even += question[d] * rows.get(JAVA_BYTE, offset + d);
            odd += question[d + 1] * rows.get(JAVA_BYTE, offset + d + 1);
        }
        return d < question.length ? even + odd + question[d] * rows.get(JAVA_BYTE, offset + d) : even + odd;
    }
}
