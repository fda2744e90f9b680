package dev.bolt.platform.workspace;

import dev.bolt.platform.workspace.IgnoreRules.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The patterns of one ignore file, as gitignore(5) has them; the last that fits decides. Immutable. */
final class IgnoreFile {
    static final IgnoreFile EMPTY = new IgnoreFile("", List.of());
    private static final long MAX_BYTES = 4L * 1024 * 1024;

    private final String base;
    private final List<IgnorePattern> lastFirst;

    private IgnoreFile(String base, List<IgnorePattern> lastFirst) {
        this.base = base;
        this.lastFirst = lastFirst;
    }

    /**
     * The patterns of a file, meant for what lies in the directory; none if it is missing or unreadable. A link is
     * followed, as ripgrep does and git does not.
     */
    static IgnoreFile read(Path file, Path directory) {
        return Files.exists(file)
                ? SourceText.readThrough(file, MAX_BYTES)
                        .map(text -> parse(text, directory))
                        .orElse(EMPTY)
                : EMPTY;
    }

    static IgnoreFile parse(String text, Path directory) {
        List<IgnorePattern> patterns = new ArrayList<>();
        text.lines().forEach(line -> IgnorePattern.parse(line).ifPresent(patterns::addFirst));
        String base = PathBytes.lossyText(directory);
        return new IgnoreFile(base.endsWith("/") ? base : base + "/", List.copyOf(patterns));
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
