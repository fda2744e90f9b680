package dev.bolt.einstein.chunk;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds the definitions of a Python file by indentation: a definition reaches to the last saying line before the next
 * statement that is indented no deeper.
 */
final class PythonOutline {
    private final Deque<Definition> open = new ArrayDeque<>();
    private int lastSaying;
    private int firstDecorator;

    private PythonOutline() {}

    /** The module, its definitions inside it. */
    static Definition of(SourceLines lines) {
        var outline = new PythonOutline();
        var module = Definition.module();
        outline.open.push(module);
        outline.read(lines);
        module.lastLine = Math.max(1, lines.count());
        describe(lines, module);
        return module;
    }

    private static void describe(SourceLines lines, Definition definition) {
        definition.signature = PythonHeader.signature(lines, definition);
        definition.doc = PythonHeader.docstring(lines, definition);
        definition.children.forEach(child -> describe(lines, child));
    }

    private void read(SourceLines lines) {
        var scanner = new PythonScanner();
        for (int number = 1; number <= lines.count(); number++) {
            String text = lines.line(number);
            var line = PythonLine.of(number, text);
            if (scanner.begins(text)) {
                if (line.says()) {
                    statement(line);
                }
            } else if (!text.isBlank()) {
                lastSaying = number;
            }
        }
        closeTo(0);
    }

    private void statement(PythonLine line) {
        closeTo(line.indent());
        lastSaying = line.number();
        Definition parent = open.getFirst();
        var head = line.head();
        if (head.isPresent()) {
            int first = firstDecorator > 0 ? firstDecorator : line.number();
            begin(parent, line);
            ChunkKind kind = head.get().isClass() ? ChunkKind.CLASS : ChunkKind.FUNCTION;
            open.push(parent.child(kind, head.get().name(), line.indent(), first, line.number()));
        } else {
            begin(parent, line);
        }
        firstDecorator = line.decorates() ? firstDecorator > 0 ? firstDecorator : line.number() : 0;
    }

    private static void begin(Definition parent, PythonLine line) {
        if (parent.bodyLine == 0) {
            parent.bodyLine = line.number();
        }
    }

    /** Closes what is indented as deep or deeper; the module stays. */
    private void closeTo(int indent) {
        while (open.getFirst().indent >= indent) {
            Definition closed = open.pop();
            closed.lastLine = Math.max(closed.headLine, lastSaying);
        }
    }
}
