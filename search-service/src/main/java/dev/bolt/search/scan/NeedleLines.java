package dev.bolt.search.scan;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a mapped text that hold a needle, one after the other, and their numbers: mostly some in a thousand, so
 * that of the text nothing else is copied, and little is looked at a second time. Used by one thread, again and again.
 */
public final class NeedleLines {
    private static final long NOWHERE = Long.MAX_VALUE;

    private final Needle[] needles;
    private final long[] next;
    private byte[] bytes = new byte[1 << 12];
    private int length;
    private int[] numbers = new int[1 << 7];
    private int[] starts = new int[1 << 7];
    private int[] places = new int[1 << 7];
    private int size;

    NeedleLines(Needle[] needles) {
        this.needles = needles;
        this.next = new long[needles.length];
    }

    /**
     * Takes the lines of another text.
     *
     * @param firstLine number of its first line
     * @return whether there are any
     */
    public boolean take(MemorySegment text, int firstLine) {
        length = 0;
        size = 0;
        long end = text.byteSize();
        long counted = 0;
        int number = firstLine;
        Arrays.fill(next, -1);
        for (long from = 0, place = first(text, from, end); place < end; place = first(text, from, end)) {
            long start = startOf(text, place, from);
            number += SimdSearch.lineEnds(text, counted, start);
            counted = start;
            from = Math.min(end, SimdSearch.nextLineEnd(text, place, end) + 1);
            add(text, start, from, number, place);
        }
        return size > 0;
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** The bytes that the lines lie in. */
    byte[] bytes() {
        return bytes;
    }

    /** Where a line begins. */
    int start(int line) {
        return starts[line];
    }

    /** Where it ends, its line end not counted. */
    int end(int line) {
        int next = line + 1 < size ? starts[line + 1] : length;
        return ended(line) ? next - 1 : next;
    }

    /** Whether it has a line end. */
    boolean ended(int line) {
        return line + 1 < size || bytes[length - 1] == '\n';
    }

    /** Where the first needle in it stands. */
    int place(int line) {
        return places[line];
    }

    /** The lines, as one text. */
    public FileText text(@Nullable Long binaryOffset) {
        return new FileText(bytes, length, binaryOffset);
    }

    /** Number of the line that is there so many lines after the first. */
    public int number(int line) {
        return numbers[line];
    }

    private long first(MemorySegment text, long from, long end) {
        long first = NOWHERE;
        for (int i = 0; i < next.length; i++) {
            if (next[i] < from) {
                long found = SimdSearch.find(needles[i], text, from, end);
                next[i] = found < 0 ? NOWHERE : found;
            }
            first = Math.min(first, next[i]);
        }
        return first;
    }

    private static long startOf(MemorySegment text, long place, long least) {
        long at = place;
        while (at > least && text.get(ValueLayout.JAVA_BYTE, at - 1) != '\n') {
            at--;
        }
        return at;
    }

    private void add(MemorySegment text, long start, long end, int number, long place) {
        int more = Math.toIntExact(end - start);
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
        MemorySegment.copy(text, ValueLayout.JAVA_BYTE, start, bytes, length, more);
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
            starts = Arrays.copyOf(starts, 2 * size);
            places = Arrays.copyOf(places, 2 * size);
        }
        numbers[size] = number;
        starts[size] = length;
        places[size++] = length + Math.toIntExact(place - start);
        length += more;
    }
}
