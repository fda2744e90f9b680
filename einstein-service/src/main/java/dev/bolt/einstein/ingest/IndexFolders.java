package dev.bolt.einstein.ingest;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.einstein.lexical.LexicalIndex;
import dev.bolt.einstein.lexical.LexicalProperties;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.LockObtainFailedException;

/** Where the words of each workspace lie: {@code <data>/<id>/lexical}. */
final class IndexFolders {
    private final Path data;
    private final LexicalProperties properties;

    IndexFolders(Path data, LexicalProperties properties) {
        this.data = data;
        this.properties = properties;
    }

    Path of(WorkspaceId id) {
        return data.resolve(id.value());
    }

    boolean exists(WorkspaceId id) {
        return Files.isDirectory(of(id).resolve("lexical"));
    }

    /** The workspaces that have words, by name. */
    List<WorkspaceId> all() throws IOException {
        if (!Files.isDirectory(data)) {
            return List.of();
        }
        try (var folders = Files.list(data)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("lexical")))
                    .map(folder -> new WorkspaceId(folder.getFileName().toString()))
                    .sorted(Comparator.comparing(WorkspaceId::value))
                    .toList();
        }
    }

    /** Opens or makes; what is broken is thrown away, for it can always be made again from the source. */
    LexicalIndex open(WorkspaceId id) {
        Path folder = of(id).resolve("lexical");
        try {
            return opened(folder);
        } catch (LockObtainFailedException held) {
            throw new ProblemException(
                    Problem.CONFLICT, "Another process holds the index of %s; stop it first".formatted(id), held);
        } catch (IOException failure) {
            throw new ProblemException(
                    Problem.INTERNAL,
                    "The index of %s cannot be opened: %s".formatted(id, failure.getMessage()),
                    failure);
        }
    }

    private LexicalIndex opened(Path folder) throws IOException {
        try {
            return LexicalIndex.open(folder, properties);
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException broken) {
            delete(folder);
            return LexicalIndex.open(folder, properties);
        }
    }

    void delete(WorkspaceId id) throws IOException {
        delete(of(id));
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
