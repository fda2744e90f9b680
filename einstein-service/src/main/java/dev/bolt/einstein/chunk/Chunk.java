package dev.bolt.einstein.chunk;

import org.jspecify.annotations.Nullable;

/**
 * Some lines of one file that are indexed and embedded as one thing.
 *
 * @param path relative to the workspace, {@code /}-separated
 * @param symbol qualified name inside the file, such as {@code Session.send}; null if it has none
 * @param kind what it is
 * @param startLine first line, 1-based
 * @param endLine last line, 1-based, inclusive
 * @param signature the header of the definition on one line; the heading of a section; empty if none
 * @param doc first line of the docstring; empty if none
 * @param text the lines themselves
 * @param id identity of {@link #input()}
 */
public record Chunk(
        String path,
        @Nullable String symbol,
        ChunkKind kind,
        int startLine,
        int endLine,
        String signature,
        String doc,
        String text,
        ChunkId id) {
    /** UTF-16 units; the model reads 256 tokens, some 1,000 units of code, so more than this is never looked at. */
    private static final int LONGEST_INPUT = 4_000;

    static Chunk of(
            String path,
            @Nullable String symbol,
            ChunkKind kind,
            int startLine,
            int endLine,
            String signature,
            String doc,
            String text) {
        return new Chunk(
                path, symbol, kind, startLine, endLine, signature, doc, text, ChunkId.of(input(path, symbol, text)));
    }

    /**
     * What is embedded: module and qualified name, then the text. The folder is left out, so a file that moves keeps
     * its vectors.
     */
    public String input() {
        return input(path, symbol, text);
    }

    private static String input(String path, @Nullable String symbol, String text) {
        String name = symbol == null ? stem(path) : stem(path) + " " + symbol;
        String input = name + "\n" + text;
        return input.length() <= LONGEST_INPUT ? input : input.substring(0, LONGEST_INPUT);
    }

    private static String stem(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
