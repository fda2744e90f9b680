package dev.bolt.analysis.grammar;

import java.util.Arrays;

/** Where the lines of a source begin, in bytes; a line ends with a line feed. */
final class LineStarts {
    private LineStarts() {}

    static int[] of(byte[] source) {
        int[] starts = new int[16];
        int size = 1;
        for (int i = 0; i < source.length; i++) {
            if (source[i] == '\n') {
                if (size == starts.length) {
                    starts = Arrays.copyOf(starts, size * 2);
                }
                starts[size++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, size);
    }
}
