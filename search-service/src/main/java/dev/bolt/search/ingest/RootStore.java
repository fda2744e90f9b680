package dev.bolt.search.ingest;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of each workspace, in {@code <data>/<id>/root}: written whole or not at all, so that a crash leaves the
 * old one or the new one.
 */
final class RootStore {
    private static final Logger log = LoggerFactory.getLogger(RootStore.class);
    private static final String FILE = "root";

    private final Path data;

    RootStore(Path data) {
        this.data = data;
    }

    /** All that are there; what cannot be read is left out and logged. */
    Map<WorkspaceId, Path> all() {
        Map<WorkspaceId, Path> roots = new TreeMap<>(Comparator.comparing(WorkspaceId::value));
        for (Path folder : folders()) {
            try {
                roots.put(
                        new WorkspaceId(folder.getFileName().toString()),
                        Path.of(Files.readString(folder.resolve(FILE)).strip()));
            } catch (IOException | InvalidPathException e) {
                log.warn("{} is passed over: {}", folder, e.toString());
            } catch (IllegalArgumentException e) {
                log.warn("{} is no workspace's folder", folder);
            }
        }
        return roots;
    }

    /** @throws ProblemException DISK_FULL if it cannot be written */
    void put(WorkspaceId id, Path root) {
        try {
            Path folder = Files.createDirectories(data.resolve(id.value()));
            Path draft = Files.createTempFile(folder, FILE, ".draft");
            try {
                Files.writeString(draft, root.toString());
                Files.move(draft, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.DISK_FULL, "The workspace cannot be remembered below %s: %s".formatted(data, e), e);
        }
    }

    /** It is not recalled any more. */
    void forget(WorkspaceId id) {
        try {
            Files.deleteIfExists(data.resolve(id.value()).resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes all that lies in its folder; what cannot be deleted is logged, and harms nobody. */
    void remove(WorkspaceId id) {
        Path folder = data.resolve(id.value());
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            log.warn("{} could not be deleted: {}", folder, e.toString());
        }
    }

    private List<Path> folders() {
        try (Stream<Path> folders = Files.list(data)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(FILE)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
