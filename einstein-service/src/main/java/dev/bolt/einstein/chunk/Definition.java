package dev.bolt.einstein.chunk;

import java.util.ArrayList;
import java.util.List;

/** A function, class or module while it is being read; its children are the definitions right inside it. */
final class Definition {
    final ChunkKind kind;
    /** Qualified; empty for the module. */
    final String name;

    final int indent;
    /** With its decorators and the comment above it, 1-based. */
    final int firstLine;
    /** Of {@code def} or {@code class}, or where the header begins, 1-based. */
    final int headLine;

    final List<Definition> children = new ArrayList<>();
    /** Last line that says something. */
    int lastLine;
    /** First statement inside, 1-based; 0 if none was seen. */
    int bodyLine;
    /** The header on one line; empty if there is none, or it is still in the lines. */
    String signature = "";
    /** First line of what is said of it; empty if nothing is. */
    String doc = "";

    private Definition(ChunkKind kind, String name, int indent, int firstLine, int headLine) {
        this.kind = kind;
        this.name = name;
        this.indent = indent;
        this.firstLine = firstLine;
        this.headLine = headLine;
        this.lastLine = headLine;
    }

    static Definition module() {
        return new Definition(ChunkKind.MODULE, "", -1, 1, 1);
    }

    /** @param simple name inside this one */
    Definition child(ChunkKind childKind, String simple, int childIndent, int first, int head) {
        String qualified = name.isEmpty() ? simple : name + "." + simple;
        var child = new Definition(childKind, qualified, childIndent, first, head);
        children.add(child);
        return child;
    }

    Span span() {
        return new Span(firstLine, lastLine);
    }
}
