package dev.bolt.analysis.grammar;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The named nodes of a syntax tree in the order of the source, each before those inside it, in arrays: some 20 bytes a
 * node. Immutable once built. Where the source is not of its grammar a node of the kind {@value #ERROR} stands.
 */
public final class SourceTree implements Iterable<SourceTree.Node> {
    /** The kind of what does not fit the grammar. */
    public static final String ERROR = "ERROR";

    private final byte[] source;
    private final int[] lines;
    private final int size;
    private final short[] kinds;
    private final short[] fields;
    private final int[] starts;
    private final int[] ends;
    private final int[] afters;
    private final List<String> kindNames;
    private final List<String> fieldNames;

    SourceTree(byte[] source, NodeArrays nodes, List<String> kindNames, List<String> fieldNames) {
        this.source = source;
        lines = LineStarts.of(source);
        size = nodes.size;
        kinds = nodes.kinds;
        fields = nodes.fields;
        starts = nodes.starts;
        ends = nodes.ends;
        afters = nodes.afters;
        this.kindNames = kindNames;
        this.fieldNames = fieldNames;
    }

    /** How many lines the source has; a last one without line feed counts. */
    public int lines() {
        boolean open = source.length > 0 && source[source.length - 1] != '\n';
        return lines.length - (open ? 0 : 1);
    }

    /** How many nodes there are. */
    public int size() {
        return size;
    }

    /** All nodes, the root first. */
    @Override
    public Iterator<Node> iterator() {
        return between(0, size, false);
    }

    private Iterator<Node> between(int first, int end, boolean siblings) {
        return new Iterator<>() {
            private int at = first;

            @Override
            public boolean hasNext() {
                return at < end;
            }

            @Override
            public Node next() {
                if (at >= end) {
                    throw new NoSuchElementException();
                }
                var node = new Node(at);
                at = siblings ? afters[at] : at + 1;
                return node;
            }
        };
    }

    private int line(int offset) {
        int found = Arrays.binarySearch(lines, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private String text(int start, int end) {
        return new String(source, start, Math.max(0, end - start), StandardCharsets.UTF_8);
    }

    /** One node; as light as its number. */
    public final class Node {
        private final int at;

        private Node(int at) {
            this.at = at;
        }

        /** Its number: nodes inside it have higher ones, below {@link #after}. */
        public int at() {
            return at;
        }

        /** The number of the first node behind it and all inside it. */
        public int after() {
            return afters[at];
        }

        /** The grammar's name for it, such as {@code class_declaration}. */
        public String kind() {
            int kind = kinds[at] & 0xffff;
            return kind < kindNames.size() ? kindNames.get(kind) : ERROR;
        }

        /** Whether its kind is one of these. */
        public boolean is(String... names) {
            String kind = kind();
            for (String name : names) {
                if (kind.equals(name)) {
                    return true;
                }
            }
            return false;
        }

        /** What it is to the node around it, such as {@code name}; empty if that has no word for it. */
        public String field() {
            return fieldNames.get(fields[at] & 0xffff);
        }

        /** The nodes directly inside it. */
        public Iterable<Node> children() {
            return () -> between(at + 1, afters[at], true);
        }

        /** All nodes inside it, at any depth. */
        public Iterable<Node> inside() {
            return () -> between(at + 1, afters[at], false);
        }

        /** The first node directly inside it that is this to it; null if there is none. */
        public @Nullable Node child(String field) {
            for (Node child : children()) {
                if (child.field().equals(field)) {
                    return child;
                }
            }
            return null;
        }

        /** The first node directly inside it of one of these kinds; null if there is none. */
        public @Nullable Node childOf(String... names) {
            for (Node child : children()) {
                if (child.is(names)) {
                    return child;
                }
            }
            return null;
        }

        /** The first node directly inside it; null if there is none. */
        public @Nullable Node first() {
            return at + 1 < afters[at] ? new Node(at + 1) : null;
        }

        /** Its source. */
        public String text() {
            return SourceTree.this.text(starts[at], ends[at]);
        }

        /** The source from its start to the start of another node. */
        public String textUntil(Node end) {
            return SourceTree.this.text(starts[at], starts[end.at]);
        }

        /** The source from behind it to the start of another node, or to the end of that one. */
        public String textBehind(Node end, boolean withEnd) {
            return SourceTree.this.text(ends[at], withEnd ? ends[end.at] : starts[end.at]);
        }

        /** Its first line, from 1. */
        public int line() {
            return SourceTree.this.line(starts[at]);
        }

        /** Its last line, from 1; a line feed at its end does not begin another. */
        public int lastLine() {
            return SourceTree.this.line(Math.max(starts[at], ends[at] - 1));
        }
    }
}
