package dev.bolt.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux tells about a process under {@code /proc}; elsewhere, nothing. */
final class ProcFile {
    private ProcFile() {}

    /**
     * Whether it has ended and only waits for its parent to ask, which Java calls alive, or is gone by now: who was
     * alive a moment ago may be.
     */
    static boolean zombie(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return stat.startsWith(") Z", stat.lastIndexOf(')')); // the name before it may hold anything
        } catch (IOException gone) {
            return Files.exists(Path.of("/proc", "self"));
        }
    }
}
