package dev.bolt.analysis.ingest;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers over restarts which workspaces were asked for: a folder each, its root in a file written in one step. */
final class SavedRoots {
    private static final Logger log = LoggerFactory.getLogger(SavedRoots.class);
    private static final String FILE = "root";
    private static final int MOST_ATTEMPTS = 5;

    private final Path data;

    SavedRoots(Path data) {
        this.data = data;
    }

    void save(WorkspaceId id, Path root) {
        try {
            Path folder = Files.createDirectories(folder(id));
            Path fresh = Files.writeString(folder.resolve(FILE + ".new"), root.toString());
            Files.move(
                    fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new ProblemException(Problem.DISK_FULL, "Cannot write below " + data, failure);
        }
    }

    /** Where the files of this workspace lie. */
    Path folder(WorkspaceId id) {
        return data.resolve(id.value());
    }

    void forget(WorkspaceId id) {
        Path folder = folder(id);
        for (int attempt = 1; ; attempt++) {
            try {
                delete(folder);
                return;
            } catch (DirectoryNotEmptyException written) {
                if (attempt == MOST_ATTEMPTS) {
                    throw new UncheckedIOException("Cannot delete " + folder, written);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException("Cannot delete " + folder, failure);
            }
        }
    }

    /** A build that is about to stop may still write into it. */
    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    /** All of them; what cannot be read is left out. */
    Map<WorkspaceId, Path> all() {
        var roots = new HashMap<WorkspaceId, Path>();
        try (var folders = Files.newDirectoryStream(data)) {
            for (Path folder : folders) {
                if (Files.isRegularFile(folder.resolve(FILE))) {
                    put(folder, roots);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            log.warn("Some workspaces are forgotten: {} cannot be read: {}", data, unreadable.toString());
        }
        return roots;
    }

    private static void put(Path folder, Map<WorkspaceId, Path> roots) {
        try {
            Path root = Path.of(Files.readString(folder.resolve(FILE)));
            roots.put(new WorkspaceId(folder.getFileName().toString()), root);
        } catch (IOException | IllegalArgumentException unreadable) {
            log.warn("A workspace is forgotten: {} cannot be used: {}", folder, unreadable.toString());
        }
    }
}
