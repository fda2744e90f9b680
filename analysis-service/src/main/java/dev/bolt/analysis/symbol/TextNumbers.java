package dev.bolt.analysis.symbol;

import java.util.Arrays;

/** Numbers texts from 0, equal ones alike: a hash table by open addressing. A text that was numbered is found fast. */
final class TextNumbers {
    private static final int SMALLEST = 32;

    private String[] given = new String[SMALLEST];
    private String[] kept = new String[SMALLEST];
    private int[] slots = new int[SMALLEST * 2];
    private int size;

    /** The number of a text, which is kept itself where it is new. */
    int of(String text) {
        int number = find(text);
        return number < 0 ? add(text, text, ~number) : number;
    }

    /** The same, but an equal text that other files have is kept in its stead. */
    int shared(String text) {
        int number = find(text);
        return number < 0 ? add(text, Shared.text(text), ~number) : number;
    }

    /** By number. */
    String[] texts() {
        return Arrays.copyOf(kept, size);
    }

    /** Its number; the complement of its slot if it has none. */
    private int find(String text) {
        int mask = slots.length - 1;
        int slot = slot(text, mask);
        for (; slots[slot] != 0; slot = slot + 1 & mask) {
            String known = given[slots[slot] - 1];
            if (known == text || known.equals(text)) {
                return slots[slot] - 1;
            }
        }
        return ~slot;
    }

    private int add(String text, String keep, int slot) {
        given[size] = text;
        kept[size] = keep;
        slots[slot] = ++size;
        if (size == given.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        given = Arrays.copyOf(given, size * 2);
        kept = Arrays.copyOf(kept, size * 2);
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int number = 0; number < size; number++) {
            int slot = slot(given[number], mask);
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = number + 1;
        }
    }

    private static int slot(String text, int mask) {
        int hash = text.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 15) & mask;
    }
}
