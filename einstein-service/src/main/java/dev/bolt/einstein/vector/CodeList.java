package dev.bolt.einstein.vector;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Codes around one centre, in blocks of {@value #BLOCK}: word by word ({@code word[w * BLOCK + i]}), so that the inner
 * loop runs over vectors and is turned into SIMD population counts; then factors, then ordinals. Not safe for threads
 * that write.
 */
final class CodeList implements AutoCloseable {
    static final int BLOCK = 256;

    private final int words;
    private final float[] rotatedCentre;
    private final VectorBudget budget;
    private final List<Slab> blocks = new ArrayList<>();
    private int count;

    CodeList(float[] rotatedCentre, VectorBudget budget) {
        this.words = BitCode.words(rotatedCentre.length);
        this.rotatedCentre = rotatedCentre;
        this.budget = budget;
    }

    private long blockBytes() {
        return (long) BLOCK * (words * Long.BYTES + Float.BYTES + Integer.BYTES);
    }

    int count() {
        return count;
    }

    long bytes() {
        return blocks.size() * blockBytes();
    }

    /** Appends a code around this centre; false if the budget has no room for another block. */
    boolean add(BitCode code, int ordinal) {
        if (count == blocks.size() * BLOCK) {
            Slab block = Slab.of(blockBytes(), budget);
            if (block == null) {
                return false;
            }
            blocks.add(block);
        }
        int slot = count++;
        for (int w = 0; w < words; w++) {
            block(slot).setAtIndex(JAVA_LONG, (long) w * BLOCK + slot % BLOCK, code.words()[w]);
        }
        block(slot).setAtIndex(JAVA_FLOAT, factors() + slot % BLOCK, code.factor());
        renumber(slot, ordinal);
        return true;
    }

    BitCode get(int slot) {
        var code = new long[words];
        for (int w = 0; w < words; w++) {
            code[w] = block(slot).getAtIndex(JAVA_LONG, (long) w * BLOCK + slot % BLOCK);
        }
        return new BitCode(code, block(slot).getAtIndex(JAVA_FLOAT, factors() + slot % BLOCK));
    }

    int ordinal(int slot) {
        return block(slot).getAtIndex(JAVA_INT, ordinals() + slot % BLOCK);
    }

    void renumber(int slot, int ordinal) {
        block(slot).setAtIndex(JAVA_INT, ordinals() + slot % BLOCK, ordinal);
    }

    /** The last takes the place of this one. */
    void remove(int slot) {
        int last = --count;
        MemorySegment from = block(last);
        MemorySegment to = block(slot);
        for (int w = 0; w < words; w++) {
            long value = from.getAtIndex(JAVA_LONG, (long) w * BLOCK + last % BLOCK);
            to.setAtIndex(JAVA_LONG, (long) w * BLOCK + slot % BLOCK, value);
        }
        to.setAtIndex(JAVA_FLOAT, factors() + slot % BLOCK, from.getAtIndex(JAVA_FLOAT, factors() + last % BLOCK));
        renumber(slot, ordinal(last));
        if (count <= (blocks.size() - 1) * BLOCK) {
            blocks.removeLast().close();
        }
    }

    /** Offers every vector with its estimated dot product. */
    void scan(BitQuestion question, float[] rotatedQuestion, Nearest into, Scratch scratch) {
        float base = 0;
        for (int d = 0; d < rotatedCentre.length; d++) {
            base += rotatedCentre[d] * rotatedQuestion[d];
        }
        for (int b = 0; b < blocks.size(); b++) {
            MemorySegment block = blocks.get(b).memory();
            differences(block, question, scratch.differences);
            estimate(block, question, base, scratch.differences, scratch.estimates);
            if (most(scratch.estimates) > into.least()) {
                offer(block, Math.min(BLOCK, count - b * BLOCK), scratch.estimates, into);
            }
        }
    }

    /** Bits that differ, those of plane p counted {@code 2^p} times. */
    private void differences(MemorySegment block, BitQuestion question, int[] into) {
        Arrays.fill(into, 0);
        for (int w = 0; w < words; w++) {
            long first = question.word(0, w);
            long second = question.word(1, w);
            long third = question.word(2, w);
            long fourth = question.word(3, w);
            long offset = (long) w * BLOCK;
            for (int i = 0; i < BLOCK; i++) {
                long code = block.getAtIndex(JAVA_LONG, offset + i);
                into[i] += Long.bitCount(code ^ first)
                        + 2 * Long.bitCount(code ^ second)
                        + 4 * Long.bitCount(code ^ third)
                        + 8 * Long.bitCount(code ^ fourth);
            }
        }
    }

    private void estimate(MemorySegment block, BitQuestion question, float base, int[] differences, float[] estimates) {
        float most = question.most();
        float step = question.step();
        long factors = factors();
        for (int i = 0; i < BLOCK; i++) {
            float factor = block.getAtIndex(JAVA_FLOAT, factors + i);
            estimates[i] = base + factor * (most - step * differences[i]);
        }
    }

    private static float most(float[] estimates) {
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < BLOCK; i++) {
            most = Math.max(most, estimates[i]);
        }
        return most;
    }

    private void offer(MemorySegment block, int here, float[] estimates, Nearest into) {
        float least = into.least();
        for (int i = 0; i < here; i++) {
            if (estimates[i] > least) {
                into.offer(estimates[i], block.getAtIndex(JAVA_INT, ordinals() + i));
                least = into.least();
            }
        }
    }

    private MemorySegment block(int slot) {
        return blocks.get(slot / BLOCK).memory();
    }

    /** Where they begin, in ints: behind the words. */
    private long factors() {
        return (long) BLOCK * words * (Long.BYTES / Float.BYTES);
    }

    private long ordinals() {
        return factors() + BLOCK;
    }

    @Override
    public void close() {
        blocks.forEach(Slab::close);
        blocks.clear();
        count = 0;
    }

    /** What a scan writes down; one a thread. */
    static final class Scratch {
        private final int[] differences = new int[BLOCK];
        private final float[] estimates = new float[BLOCK];
    }
}
