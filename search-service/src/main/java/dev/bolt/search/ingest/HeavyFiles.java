package dev.bolt.search.ingest;

import dev.bolt.platform.workspace.PathBytes;
import dev.bolt.search.index.Overlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an overlay has a file that is too large to be read for a search, and when a new index, which takes it
 * in, is due: not all the time for a log that grows all the time. Used by one thread at a time, but for {@link #built}.
 */
final class HeavyFiles {
    /** A search that reads as much takes longer than ripgrep; and it lies in memory. */
    private static final long HEAVY_BYTES = 16 << 20;

    /** Between two indexes that are built for such a file, at least, and so many times what the last one took. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final int PAUSES = 10;

    private final Path root;
    private @Nullable Overlay known;
    private boolean heavy;
    private volatile @Nullable Long notBefore;

    HeavyFiles(Path root) {
        this.root = root;
    }

    /** Looks at each file once an overlay. */
    boolean in(Overlay overlay) {
        if (overlay != known) {
            heavy = overlay.read().stream().anyMatch(this::isHeavy);
            known = overlay;
        }
        return heavy;
    }

    /** Whether a new index is due. */
    boolean due(Overlay overlay) {
        Long earliest = notBefore;
        return in(overlay) && (earliest == null || System.nanoTime() - earliest >= 0);
    }

    /** An index was built, and took so long. */
    void built(Duration took) {
        Duration pause = took.multipliedBy(PAUSES);
        notBefore = System.nanoTime() + (pause.compareTo(PAUSE) > 0 ? pause : PAUSE).toNanos();
    }

    private boolean isHeavy(String path) {
        try {
            return Files.size(PathBytes.resolve(root, path)) > HEAVY_BYTES;
        } catch (IOException gone) {
            return false;
        }
    }
}
