package dev.bolt.analysis.ingest;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

/** Remembers over restarts which workspaces were asked for: one small file each, written in one step. */
final class SavedRoots {
    private static final String FILE = "root";

    private final Path data;

    SavedRoots(Path data) {
        this.data = data;
    }

    void save(WorkspaceId id, Path root) {
        try {
            Path folder = Files.createDirectories(data.resolve(id.value()));
            Path fresh = Files.writeString(folder.resolve(FILE + ".new"), root.toString());
            Files.move(
                    fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new ProblemException(Problem.DISK_FULL, "Cannot write below " + data, failure);
        }
    }

    void forget(WorkspaceId id) {
        Path folder = data.resolve(id.value());
        try {
            Files.deleteIfExists(folder.resolve(FILE));
            Files.deleteIfExists(folder.resolve(FILE + ".new"));
            Files.deleteIfExists(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot delete " + folder, failure);
        }
    }

    /** All of them; what cannot be read is left out. */
    Map<WorkspaceId, Path> all() {
        var roots = new HashMap<WorkspaceId, Path>();
        try (var folders = Files.newDirectoryStream(data)) {
            for (Path folder : folders) {
                if (Files.isRegularFile(folder.resolve(FILE))) {
                    Path root = Path.of(Files.readString(folder.resolve(FILE)).strip());
                    roots.put(new WorkspaceId(folder.getFileName().toString()), root);
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            return roots;
        }
        return roots;
    }
}
