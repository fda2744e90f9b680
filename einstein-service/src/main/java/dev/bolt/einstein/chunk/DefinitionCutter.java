package dev.bolt.einstein.chunk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts a file by its definitions: one chunk a function; the head of a class, and of the module, for itself; what lies
 * between their definitions, too. Inner definitions belong to their function unless it is long: then they stand by
 * themselves and the rest is cut into windows.
 */
final class DefinitionCutter {
    private final ChunkProperties properties;

    DefinitionCutter(ChunkProperties properties) {
        this.properties = properties;
    }

    List<Chunk> definitions(String path, SourceLines lines, Definition module) {
        var chunks = new ArrayList<Chunk>();
        container(path, lines, module, chunks);
        chunks.sort(Comparator.comparingInt(Chunk::startLine).thenComparingInt(Chunk::endLine));
        return chunks;
    }

    private void definition(String path, SourceLines lines, Definition definition, List<Chunk> into) {
        boolean whole =
                definition.kind == ChunkKind.FUNCTION && definition.span().lines() <= properties.longDefinitionLines();
        if (whole) {
            piece(path, lines, definition, definition.span(), into);
        } else {
            container(path, lines, definition, into);
        }
    }

    /** The definitions inside, and the gaps between them. */
    private void container(String path, SourceLines lines, Definition outer, List<Chunk> into) {
        int next = outer.firstLine;
        for (Definition child : outer.children) {
            gap(path, lines, outer, next, child.firstLine - 1, into);
            definition(path, lines, child, into);
            next = Math.max(next, child.lastLine + 1);
        }
        gap(path, lines, outer, next, outer.lastLine, into);
    }

    private void gap(String path, SourceLines lines, Definition outer, int first, int last, List<Chunk> into) {
        if (first > last) {
            return;
        }
        for (Span window : new Span(first, last).windows(properties.windowLines(), properties.overlapLines())) {
            lines.trimmed(window.first(), window.last()).ifPresent(kept -> piece(path, lines, outer, kept, into));
        }
    }

    private static void piece(String path, SourceLines lines, Definition definition, Span span, List<Chunk> into) {
        into.add(Chunk.of(
                path,
                definition.name.isEmpty() ? null : definition.name,
                definition.kind,
                span.first(),
                span.last(),
                definition.signature,
                definition.doc,
                lines.text(span.first(), span.last())));
    }
}
