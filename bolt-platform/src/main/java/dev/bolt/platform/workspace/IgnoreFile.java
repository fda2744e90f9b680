package dev.bolt.platform.workspace;

import dev.bolt.platform.workspace.IgnoreRules.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The patterns of one ignore file, as ripgrep has them; the last that fits decides. Immutable. */
final class IgnoreFile {
    static final IgnoreFile EMPTY = new IgnoreFile("", List.of());
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final String base;
    private final List<IgnorePattern> lastFirst;

    private IgnoreFile(String base, List<IgnorePattern> lastFirst) {
        this.base = base;
        this.lastFirst = lastFirst;
    }

    /**
     * The patterns of a file, meant for what lies in the directory; none if it is missing, unreadable or above 4 MiB. A
     * link is followed, as ripgrep does and git does not.
     */
    static IgnoreFile read(Path file, Path directory) {
        if (!Files.isRegularFile(file)) {
            return EMPTY;
        }
        try (var stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
            return bytes.length > MAX_BYTES ? EMPTY : of(lines(bytes), directory);
        } catch (IOException unreadable) {
            return EMPTY;
        }
    }

    static IgnoreFile parse(String text, Path directory) {
        return of(lines(text.getBytes(StandardCharsets.UTF_8)), directory);
    }

    private static IgnoreFile of(List<String> lines, Path directory) {
        List<IgnorePattern> patterns = new ArrayList<>();
        lines.forEach(line -> IgnorePattern.parse(line).ifPresent(patterns::addFirst));
        String base = PathBytes.lossyText(directory);
        return new IgnoreFile(base.endsWith("/") ? base : base + "/", List.copyOf(patterns));
    }

    /** Up to the first that is no UTF-8, where ripgrep ends, too; without byte order marks at the start. */
    private static List<String> lines(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= bytes.length; at++) {
            if (at == bytes.length || bytes[at] == '\n') {
                int end = at > start && at < bytes.length && bytes[at - 1] == '\r' ? at - 1 : at;
                try {
                    lines.add(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes, start, end - start))
                            .toString());
                } catch (CharacterCodingException noText) {
                    break;
                }
                start = at + 1;
            }
        }
        if (!lines.isEmpty()) {
            lines.set(0, lines.getFirst().replaceFirst("^\uFEFF+", ""));
        }
        return lines;
    }

    boolean isEmpty() {
        return lastFirst.isEmpty();
    }

    /** @param path absolute, below the directory */
    Verdict verdict(String path, boolean directory) {
        if (lastFirst.isEmpty() || !path.startsWith(base)) {
            return Verdict.SILENT;
        }
        String relative = path.substring(base.length());
        String name = relative.substring(relative.lastIndexOf('/') + 1);
        for (IgnorePattern pattern : lastFirst) {
            if (pattern.matches(relative, name, directory)) {
                return pattern.negated() ? Verdict.KEPT : Verdict.IGNORED;
            }
        }
        return Verdict.SILENT;
    }
}
