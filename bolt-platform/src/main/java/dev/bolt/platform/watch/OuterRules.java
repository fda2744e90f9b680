package dev.bolt.platform.watch;

import dev.bolt.platform.workspace.FileStamp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The ignore files of a workspace that no watch of it sees, as they were: those above it, and those that lie behind a
 * link.
 *
 * @param stamps of each that may be there
 */
public record OuterRules(List<FileStamp> stamps) {
    private static final List<String> NAMES = List.of(".gitignore", ".ignore", ".rgignore", ".git/info/exclude");
    private static final List<String> ROOTS = List.of(".git", ".jj");
    private static final FileStamp THERE = new FileStamp(0, 0, 0, 0, 0);

    /** Those above it, as they are now; some tens of microseconds. */
    public static OuterRules of(Path root) {
        return of(root, List.of());
    }

    /** @param linked those that a walk found to lie elsewhere, in an order of theirs */
    public static OuterRules of(Path root, Collection<Path> linked) {
        List<FileStamp> stamps = new ArrayList<>();
        for (Path parent = root.getParent(); parent != null; parent = parent.getParent()) {
            for (String name : NAMES) {
                stamps.add(FileStamp.through(parent.resolve(name)));
            }
            for (String name : ROOTS) {
                stamps.add(Files.exists(parent.resolve(name)) ? THERE : FileStamp.NONE);
            }
        }
        linked.forEach(file -> stamps.add(FileStamp.through(file)));
        return new OuterRules(stamps);
    }

    /** Themselves, but such that they are not equal to those of any time where a write may still not be seen. */
    public OuterRules asOf(Instant asked) {
        return new OuterRules(stamps.stream()
                .map(stamp -> stamp.sizeBytes() <= 0 ? stamp : stamp.asOf(asked))
                .toList());
    }
}
