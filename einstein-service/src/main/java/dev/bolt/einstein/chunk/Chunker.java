package dev.bolt.einstein.chunk;

import java.util.List;

/**
 * Cuts a file into chunks that together hold every line that is not blank, in the order of their first lines: Python
 * and the languages of braces by definition, Markdown by heading, all else by windows. A pure function of path, text
 * and settings; never fails, for it reads lines and brackets and does not parse. Linear in the text. Safe for all
 * threads.
 */
public final class Chunker {
    private final DefinitionCutter definitions;
    private final WindowCutter windows;

    /** Cuts as these settings say. */
    public Chunker(ChunkProperties properties) {
        this.definitions = new DefinitionCutter(properties);
        this.windows = new WindowCutter(properties);
    }

    /** @param path relative to the workspace; its ending tells the language */
    public List<Chunk> chunk(String path, String text) {
        var lines = SourceLines.of(text);
        if (lines.count() == 0) {
            return List.of();
        }
        if (Language.PYTHON.of(path)) {
            return definitions.definitions(path, lines, PythonOutline.of(lines));
        }
        if (Language.MARKDOWN.of(path)) {
            return windows.sections(path, lines);
        }
        return Braces.of(path)
                .map(braces -> BraceOutline.of(lines, braces))
                .filter(module -> !module.children.isEmpty())
                .map(module -> definitions.definitions(path, lines, module))
                .orElseGet(() -> windows.windows(path, lines));
    }
}
