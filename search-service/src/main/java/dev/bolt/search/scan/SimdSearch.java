package dev.bolt.search.scan;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Compares the three rarest bytes of a needle in as many places as a register of the processor has bytes ("generic
 * SIMD", Mula 2016), by the incubating Vector API. For mapped text, whose memory is what takes the time: 9 to 11 GB/s
 * where the memory gives 13 (Xeon, AVX-512, one thread). Values are broadcast before the loop: within it the compiler
 * does so each time.
 */
final class SimdSearch {
    private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_PREFERRED;
    private static final int LANES = BYTES.length();
    private static final int STEP = 2 * LANES;
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private SimdSearch() {}

    /** The first place from {@code from} where all of it stands before {@code end}; -1 if there is none. */
    static long find(Needle needle, MemorySegment text, long from, long end) {
        int one = needle.one();
        int two = needle.two();
        int three = needle.three();
        var valueOne = ByteVector.broadcast(BYTES, needle.values()[one]);
        var valueTwo = ByteVector.broadcast(BYTES, needle.values()[two]);
        var valueThree = ByteVector.broadcast(BYTES, needle.values()[three]);
        var maskOne = ByteVector.broadcast(BYTES, needle.masks()[one]);
        var maskTwo = ByteVector.broadcast(BYTES, needle.masks()[two]);
        var maskThree = ByteVector.broadcast(BYTES, needle.masks()[three]);
        long last = end - needle.length();
        long lastStep = end - needle.farthest() - STEP;
        long at = from;
        for (; at <= last && lastStep >= from; at += STEP) {
            at = Math.min(at, lastStep); // The last places are compared twice.
            var low = unlike(text, at + one, maskOne, valueOne)
                    .or(unlike(text, at + two, maskTwo, valueTwo))
                    .or(unlike(text, at + three, maskThree, valueThree));
            long next = at + LANES;
            var high = unlike(text, next + one, maskOne, valueOne)
                    .or(unlike(text, next + two, maskTwo, valueTwo))
                    .or(unlike(text, next + three, maskThree, valueThree));
            if (low.lanewise(VectorOperators.UMIN, high).eq((byte) 0).anyTrue()) {
                long found = first(needle, text, at, low.eq((byte) 0).toLong(), last);
                found = found >= 0
                        ? found
                        : first(needle, text, next, high.eq((byte) 0).toLong(), last);
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

    /** How many line ends there are from one place to before another. */
    static int lineEnds(MemorySegment text, long from, long end) {
        var lineEnd = ByteVector.broadcast(BYTES, (byte) '\n');
        int count = 0;
        long at = from;
        for (; at + LANES <= end; at += LANES) {
            count += ByteVector.fromMemorySegment(BYTES, text, at, ORDER)
                    .eq(lineEnd)
                    .trueCount();
        }
        for (; at < end; at++) {
            count += text.get(ValueLayout.JAVA_BYTE, at) == '\n' ? 1 : 0;
        }
        return count;
    }

    /** The next line end from here on; {@code end} if there is none before. */
    static long nextLineEnd(MemorySegment text, long from, long end) {
        var lineEnd = ByteVector.broadcast(BYTES, (byte) '\n');
        long at = from;
        for (; at + LANES <= end; at += LANES) {
            var here = ByteVector.fromMemorySegment(BYTES, text, at, ORDER).eq(lineEnd);
            if (here.anyTrue()) {
                return at + here.firstTrue();
            }
        }
        while (at < end && text.get(ValueLayout.JAVA_BYTE, at) != '\n') {
            at++;
        }
        return at;
    }

    /** Zero where a byte, its masked bits set, is the value. */
    private static ByteVector unlike(MemorySegment text, long at, ByteVector mask, ByteVector value) {
        return ByteVector.fromMemorySegment(BYTES, text, at, ORDER).or(mask).lanewise(VectorOperators.XOR, value);
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
