package dev.bolt.einstein.chunk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts what it does not understand: sections of Markdown by heading, all else into overlapping windows. */
final class WindowCutter {
    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(\\S.*)");
    private static final Pattern FENCE = Pattern.compile("\\s{0,3}(```|~~~).*");

    private final ChunkProperties properties;

    WindowCutter(ChunkProperties properties) {
        this.properties = properties;
    }

    List<Chunk> windows(String path, SourceLines lines) {
        var chunks = new ArrayList<Chunk>();
        if (lines.count() > 0) {
            cut(path, lines, new Span(1, lines.count()), "", chunks);
        }
        return chunks;
    }

    List<Chunk> sections(String path, SourceLines lines) {
        var chunks = new ArrayList<Chunk>();
        int start = 1;
        String heading = "";
        boolean fenced = false;
        for (int number = 1; number <= lines.count(); number++) {
            fenced ^= FENCE.matcher(lines.line(number)).matches();
            Matcher matcher = HEADING.matcher(lines.line(number));
            if (!fenced && matcher.matches()) {
                if (number > start) {
                    cut(path, lines, new Span(start, number - 1), heading, chunks);
                }
                start = number;
                heading = matcher.group(1).strip();
            }
        }
        if (start <= lines.count()) {
            cut(path, lines, new Span(start, lines.count()), heading, chunks);
        }
        return chunks;
    }

    private void cut(String path, SourceLines lines, Span span, String heading, List<Chunk> into) {
        for (Span window : span.windows(properties.windowLines(), properties.overlapLines())) {
            lines.trimmed(window.first(), window.last())
                    .ifPresent(kept -> into.add(Chunk.of(
                            path,
                            null,
                            ChunkKind.WINDOW,
                            kept.first(),
                            kept.last(),
                            heading,
                            "",
                            lines.text(kept.first(), kept.last()))));
        }
    }
}
