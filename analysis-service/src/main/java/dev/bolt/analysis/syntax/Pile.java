package dev.bolt.analysis.syntax;

import java.util.Arrays;
import java.util.List;

/**
 * The elements of lists that are not complete yet, those of inner lists above those of outer ones, so that a list is
 * made once and at its length. Whoever begins a list remembers {@link #height()} and takes all above it; after a
 * failure {@link #cut} forgets what was left.
 */
final class Pile {
    private static final int FEW = 16;

    private Object[] elements = new Object[FEW];
    private int height;

    int height() {
        return height;
    }

    void add(Object element) {
        if (height == elements.length) {
            elements = Arrays.copyOf(elements, height * 2);
        }
        elements[height++] = element;
    }

    void cut(int mark) {
        height = mark;
    }

    /** All above the mark, unmodifiable; they must be of one type. */
    @SuppressWarnings("unchecked")
    <T> List<T> above(int mark) {
        int size = height - mark;
        height = mark;
        return (List<T>)
                switch (size) {
                    case 0 -> List.of();
                    case 1 -> List.of(elements[mark]);
                    case 2 -> List.of(elements[mark], elements[mark + 1]);
                    default -> List.of(Arrays.copyOfRange(elements, mark, mark + size));
                };
    }
}
