package dev.bolt.analysis;

import static org.awaitility.Awaitility.await;

import dev.bolt.analysis.finding.FindingProperties;
import dev.bolt.analysis.ingest.CodeModel;
import dev.bolt.analysis.ingest.FileAnalyzer;
import dev.bolt.analysis.ingest.Indexes;
import dev.bolt.analysis.ingest.IngestProperties;
import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.springframework.util.unit.DataSize;

/** Real indexes over real files, for the tests of every room above the ground. */
public record OpenIndexes(Indexes indexes) implements AutoCloseable {
    /** The workspace of {@link #built}. */
    public static final WorkspaceId ID = new WorkspaceId("sample");

    private static final DataSize LARGEST_FILE = DataSize.ofMegabytes(2);

    private static final FindingProperties LIMITS = new FindingProperties(10, 100, 7, 30, 15, 5, 10, Set.of());

    /** An analyzer with the limits that are set by default. */
    public static FileAnalyzer analyzer() {
        return new FileAnalyzer(LIMITS, InstantSource.system());
    }

    /** Indexes that remember in this folder. */
    public static OpenIndexes in(Path data) {
        return in(data, DataSize.ofGigabytes(2));
    }

    /** Indexes whose models may take so much memory. */
    public static OpenIndexes in(Path data, DataSize memory) {
        return new OpenIndexes(
                new Indexes(data, analyzer(), new IngestProperties(2, memory, LARGEST_FILE), InstantSource.system()));
    }

    /** Writes the files below the root. */
    public static void write(Path root, Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** Builds or brings up to date, and waits for the end. */
    public CodeModel built(Path root) {
        indexes.build(ID, root.toString());
        return ready();
    }

    /** Waits until the index is ready. */
    public CodeModel ready() {
        await().until(() -> indexes.status(ID).state() == IndexState.READY);
        return indexes.index(ID).model();
    }

    @Override
    public void close() {
        indexes.close();
    }
}
