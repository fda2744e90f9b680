package dev.bolt.einstein.chunk;

import java.util.List;

/**
 * Cuts a file into chunks that together hold every line that is not blank, in the order of their first lines: Python by
 * definition, Markdown by heading, all else by windows. A pure function of path, text and settings; never fails, for it
 * reads lines and brackets and does not parse. Linear in the text. Safe for all threads.
 */
public final class Chunker {
    private final PythonCutter python;
    private final WindowCutter windows;

    /** Cuts as these settings say. */
    public Chunker(ChunkProperties properties) {
        this.python = new PythonCutter(properties);
        this.windows = new WindowCutter(properties);
    }

    /** @param path relative to the workspace; its ending tells the language */
    public List<Chunk> chunk(String path, String text) {
        var lines = SourceLines.of(text);
        if (Language.PYTHON.of(path)) {
            return python.definitions(path, lines);
        }
        if (Language.MARKDOWN.of(path)) {
            return windows.sections(path, lines);
        }
        return windows.windows(path, lines);
    }
}
