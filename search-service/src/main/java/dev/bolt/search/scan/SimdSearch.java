package dev.bolt.search.scan;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Compares the two rarest bytes of a needle in as many places as a register of the processor has bytes ("generic SIMD",
 * Mula 2016), by the incubating Vector API: some 12 GB/s from memory, twice that from a cache.
 */
final class SimdSearch implements ByteSearch {
    private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_PREFERRED;
    private static final int LANES = BYTES.length();
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    @Override
    public int find(Needle needle, byte[] text, int from, int end) {
        int one = needle.one();
        int two = needle.two();
        var valueOne = ByteVector.broadcast(BYTES, needle.values()[one]);
        var valueTwo = ByteVector.broadcast(BYTES, needle.values()[two]);
        var maskOne = ByteVector.broadcast(BYTES, needle.masks()[one]);
        var maskTwo = ByteVector.broadcast(BYTES, needle.masks()[two]);
        int three = needle.three();
        var valueThree = ByteVector.broadcast(BYTES, needle.values()[three]);
        var maskThree = ByteVector.broadcast(BYTES, needle.masks()[three]);
        int last = end - needle.length();
        int at = from;
        for (int step = 2 * LANES; at <= last && end - needle.farthest() - step >= from; at += step) {
            at = Math.min(at, end - needle.farthest() - step); // The last ones are compared twice.
            var low = ByteVector.fromArray(BYTES, text, at + one)
                    .or(maskOne)
                    .lanewise(VectorOperators.XOR, valueOne)
                    .or(ByteVector.fromArray(BYTES, text, at + two).or(maskTwo).lanewise(VectorOperators.XOR, valueTwo))
                    .or(ByteVector.fromArray(BYTES, text, at + three)
                            .or(maskThree)
                            .lanewise(VectorOperators.XOR, valueThree));
            var high = ByteVector.fromArray(BYTES, text, at + LANES + one)
                    .or(maskOne)
                    .lanewise(VectorOperators.XOR, valueOne)
                    .or(ByteVector.fromArray(BYTES, text, at + LANES + two)
                            .or(maskTwo)
                            .lanewise(VectorOperators.XOR, valueTwo))
                    .or(ByteVector.fromArray(BYTES, text, at + LANES + three)
                            .or(maskThree)
                            .lanewise(VectorOperators.XOR, valueThree));
            if (low.lanewise(VectorOperators.UMIN, high).eq((byte) 0).anyTrue()) {
                int found = first(needle, text, at, low.eq((byte) 0).toLong(), last);
                if (found < 0) {
                    found = first(needle, text, at + LANES, high.eq((byte) 0).toLong(), last);
                }
                if (found >= 0) {
                    return found;
                }
            }
        }
        for (; at <= last; at++) {
            if (needle.stands(text, at)) {
                return at;
            }
        }
        return -1;
    }

    /** As {@link #find(Needle, byte[], int, int)}, in memory off the heap. */
    long find(Needle needle, MemorySegment text, long from, long end) {
        int one = needle.one();
        int two = needle.two();
        var valueOne = ByteVector.broadcast(BYTES, needle.values()[one]);
        var valueTwo = ByteVector.broadcast(BYTES, needle.values()[two]);
        var maskOne = ByteVector.broadcast(BYTES, needle.masks()[one]);
        var maskTwo = ByteVector.broadcast(BYTES, needle.masks()[two]);
        int three = needle.three();
        var valueThree = ByteVector.broadcast(BYTES, needle.values()[three]);
        var maskThree = ByteVector.broadcast(BYTES, needle.masks()[three]);
        long last = end - needle.length();
        long at = from;
        for (int step = 2 * LANES; at <= last && end - needle.farthest() - step >= from; at += step) {
            at = Math.min(at, end - needle.farthest() - step); // The last ones are compared twice.
            var low = ByteVector.fromMemorySegment(BYTES, text, at + one, ORDER)
                    .or(maskOne)
                    .lanewise(VectorOperators.XOR, valueOne)
                    .or(ByteVector.fromMemorySegment(BYTES, text, at + two, ORDER)
                            .or(maskTwo)
                            .lanewise(VectorOperators.XOR, valueTwo))
                    .or(ByteVector.fromMemorySegment(BYTES, text, at + three, ORDER)
                            .or(maskThree)
                            .lanewise(VectorOperators.XOR, valueThree));
            var high = ByteVector.fromMemorySegment(BYTES, text, at + LANES + one, ORDER)
                    .or(maskOne)
                    .lanewise(VectorOperators.XOR, valueOne)
                    .or(ByteVector.fromMemorySegment(BYTES, text, at + LANES + two, ORDER)
                            .or(maskTwo)
                            .lanewise(VectorOperators.XOR, valueTwo))
                    .or(ByteVector.fromMemorySegment(BYTES, text, at + LANES + three, ORDER)
                            .or(maskThree)
                            .lanewise(VectorOperators.XOR, valueThree));
            if (low.lanewise(VectorOperators.UMIN, high).eq((byte) 0).anyTrue()) {
                long found = first(needle, text, at, low.eq((byte) 0).toLong(), last);
                if (found < 0) {
                    found = first(needle, text, at + LANES, high.eq((byte) 0).toLong(), last);
                }
                if (found >= 0) {
                    return found;
                }
            }
        }
        for (; at <= last; at++) {
            if (needle.stands(text, at)) {
                return at;
            }
        }
        return -1;
    }

    /** How many line ends there are before a place. */
    int lineEnds(MemorySegment text, long end) {
        int count = 0;
        long at = 0;
        for (; at + LANES <= end; at += LANES) {
            count += ByteVector.fromMemorySegment(BYTES, text, at, ORDER)
                    .eq((byte) '\n')
                    .trueCount();
        }
        for (; at < end; at++) {
            count += text.get(ValueLayout.JAVA_BYTE, at) == '\n' ? 1 : 0;
        }
        return count;
    }

    private static int first(Needle needle, byte[] text, int at, long places, int last) {
        for (long left = places; left != 0; left &= left - 1) {
            int place = at + Long.numberOfTrailingZeros(left);
            if (place <= last && needle.stands(text, place)) {
                return place;
            }
        }
        return -1;
    }

    private static long first(Needle needle, MemorySegment text, long at, long places, long last) {
        for (long left = places; left != 0; left &= left - 1) {
            long place = at + Long.numberOfTrailingZeros(left);
            if (place <= last && needle.stands(text, place)) {
                return place;
            }
        }
        return -1;
    }
}
