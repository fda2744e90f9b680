package dev.bolt.analysis.grammar;

import java.util.Arrays;

/** Nodes of a tree while it is copied. */
final class NodeArrays {
    int size;
    short[] kinds = new short[1024];
    short[] fields = new short[1024];
    int[] starts = new int[1024];
    int[] ends = new int[1024];
    int[] afters = new int[1024];

    /** Adds a node and gives its number; what is inside it is not known yet. */
    int add(short kind, short field, int start, int end) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            fields = Arrays.copyOf(fields, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            afters = Arrays.copyOf(afters, size * 2);
        }
        kinds[size] = kind;
        fields[size] = field;
        starts[size] = start;
        ends[size] = end;
        afters[size] = size + 1;
        return size++;
    }

    /** All nodes added since are inside this one. */
    void close(int node) {
        afters[node] = size;
    }
}
