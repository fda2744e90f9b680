package dev.bolt.analysis.script;

import dev.bolt.analysis.symbol.FileModel;
import java.time.Duration;
import java.util.Optional;

/** The model of a file of JavaScript or TypeScript. */
public final class ScriptModel {
    private ScriptModel() {}

    /** Which grammar a file is of. */
    public enum Dialect {
        /** With JSX. */
        JAVASCRIPT("javascript", false, true),
        /** Without JSX: there {@code <T>x} is a cast. */
        TYPESCRIPT("typescript", true, false),
        /** With JSX. */
        TSX("typescript", true, true);

        private final String word;
        private final boolean typed;
        private final boolean tags;

        Dialect(String word, boolean typed, boolean tags) {
            this.word = word;
            this.typed = typed;
            this.tags = tags;
        }
    }

    /**
     * The model of a source in UTF-8; empty if it takes longer than that to read. Whatever the source, no exception and
     * no overflow of a stack of 256 KiB; time is linear in its length for sources that people write.
     */
    public static Optional<FileModel> of(String path, Dialect dialect, byte[] source, Duration most) {
        var lexer = new Lexer(source, dialect.typed, System.nanoTime() + most.toNanos());
        var outline = new Outline(path, lines(source));
        try {
            new Reader(lexer, outline, dialect.typed, dialect.tags).statements.module();
        } catch (OutOfTime late) {
            return Optional.empty();
        }
        return Optional.of(outline.model(dialect.word));
    }

    private static int lines(byte[] source) {
        int ends = 0;
        for (byte each : source) {
            ends += each == '\n' ? 1 : 0;
        }
        return ends + (source.length > 0 && source[source.length - 1] != '\n' ? 1 : 0);
    }
}
