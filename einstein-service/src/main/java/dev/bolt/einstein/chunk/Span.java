package dev.bolt.einstein.chunk;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a file.
 *
 * @param first 1-based
 * @param last 1-based, inclusive, not before the first
 */
record Span(int first, int last) {
    int lines() {
        return last - first + 1;
    }

    /** Cut into windows that together hold every line; one window if it fits. */
    List<Span> windows(int size, int overlap) {
        var windows = new ArrayList<Span>();
        int start = first;
        while (start + size - 1 < last) {
            windows.add(new Span(start, start + size - 1));
            start += size - overlap;
        }
        windows.add(new Span(start, last));
        return windows;
    }
}
