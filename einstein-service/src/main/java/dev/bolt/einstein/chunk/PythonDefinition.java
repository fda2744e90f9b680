package dev.bolt.einstein.chunk;

import java.util.ArrayList;
import java.util.List;

/** A function, class or module while it is being read; its children are the definitions right inside it. */
final class PythonDefinition {
    final ChunkKind kind;
    /** Qualified; empty for the module. */
    final String name;

    final int indent;
    /** With its decorators, 1-based. */
    final int firstLine;
    /** Of {@code def} or {@code class}, 1-based. */
    final int headLine;

    final List<PythonDefinition> children = new ArrayList<>();
    /** Last line that says something. */
    int lastLine;
    /** First statement inside, 1-based; 0 if none was seen. */
    int bodyLine;

    PythonDefinition(ChunkKind kind, String name, int indent, int firstLine, int headLine) {
        this.kind = kind;
        this.name = name;
        this.indent = indent;
        this.firstLine = firstLine;
        this.headLine = headLine;
        this.lastLine = headLine;
    }

    static PythonDefinition module() {
        return new PythonDefinition(ChunkKind.MODULE, "", -1, 1, 1);
    }

    PythonDefinition child(PythonLine.Head head, PythonLine line, int firstLine) {
        var child = new PythonDefinition(
                head.isClass() ? ChunkKind.CLASS : ChunkKind.FUNCTION,
                name.isEmpty() ? head.name() : name + "." + head.name(),
                line.indent(),
                firstLine,
                line.number());
        children.add(child);
        return child;
    }

    Span span() {
        return new Span(firstLine, lastLine);
    }
}
