package dev.bolt.platform.watch;

import dev.bolt.platform.workspace.FileStamp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The ignore files above a workspace, which no watch of the workspace sees, as they were.
 *
 * @param stamps of each that may be there
 */
public record OuterRules(List<FileStamp> stamps) {
    private static final List<String> NAMES = List.of(".gitignore", ".ignore", ".rgignore", ".git/info/exclude");
    private static final FileStamp DIRECTORY = new FileStamp(0, 0, 0, 0);

    /** As they are now; some tens of microseconds. */
    public static OuterRules of(Path root) {
        List<FileStamp> stamps = new ArrayList<>();
        for (Path parent = root.getParent(); parent != null; parent = parent.getParent()) {
            for (String name : NAMES) {
                stamps.add(FileStamp.of(parent.resolve(name)));
            }
            stamps.add(Files.exists(parent.resolve(".git")) ? DIRECTORY : FileStamp.NONE);
        }
        return new OuterRules(stamps);
    }
}
