package dev.bolt.einstein.vector;

import java.util.Arrays;

/**
 * The ordinals with the largest similarities seen, at most so many. Keeps twice as many and halves them when full, so
 * that one more costs a comparison and, seldom, O(1).
 */
final class Nearest {
    private final int most;
    private final long[] keys;
    private int count;
    private float least = Float.NEGATIVE_INFINITY;

    Nearest(int most) {
        this.most = most;
        this.keys = new long[Math.max(64, 2 * most)];
    }

    /** What is not above this is not worth offering. */
    float least() {
        return least;
    }

    void offer(float similarity, int ordinal) {
        if (count == keys.length) {
            halve();
            if (similarity < least) {
                return;
            }
        }
        int bits = Float.floatToRawIntBits(similarity);
        keys[count++] = (long) (bits ^ (bits >> 31 & Integer.MAX_VALUE)) << Integer.SIZE | ordinal & 0xFFFF_FFFFL;
    }

    private void halve() {
        if (count > most) {
            select(count - most);
            System.arraycopy(keys, count - most, keys, 0, most);
            count = most;
            long lowest = Arrays.stream(keys, 0, most).min().orElseThrow();
            int bits = (int) (lowest >> Integer.SIZE);
            least = Float.intBitsToFloat(bits ^ (bits >> 31 & Integer.MAX_VALUE));
        }
    }

    /** Puts the smallest {@code rank} in front of the others (Hoare's quickselect). */
    private void select(int rank) {
        int from = 0;
        int to = count - 1;
        while (from < to) {
            long pivot = keys[(from + to) >>> 1];
            int i = from;
            int j = to;
            while (i <= j) {
                while (keys[i] < pivot) {
                    i++;
                }
                while (keys[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    long swapped = keys[i];
                    keys[i++] = keys[j];
                    keys[j--] = swapped;
                }
            }
            if (rank <= j) {
                to = j;
            } else if (rank >= i) {
                from = i;
            } else {
                return;
            }
        }
    }

    /** In no order. */
    int[] ordinals() {
        halve();
        var ordinals = new int[count];
        for (int i = 0; i < count; i++) {
            ordinals[i] = (int) keys[i];
        }
        return ordinals;
    }
}
