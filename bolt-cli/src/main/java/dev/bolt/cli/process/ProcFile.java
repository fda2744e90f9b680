package dev.bolt.cli.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux tells about a process under {@code /proc}; elsewhere, nothing. */
final class ProcFile {
    private ProcFile() {}

    /**
     * Whether it has ended and only waits for its parent to ask, which Java calls alive, or is gone by now: who was
     * alive a moment ago may be. Its first thread may end before the others, which hold its files and ports until then.
     */
    static boolean zombie(long pid) {
        var process = Path.of("/proc", String.valueOf(pid));
        try (var threads = Files.list(process.resolve("task"))) {
            var stat = Files.readString(process.resolve("stat"));
            return stat.startsWith(") Z", stat.lastIndexOf(')')) // the name before it may hold anything
                    && threads.limit(2).count() < 2;
        } catch (IOException | UncheckedIOException gone) {
            return Files.exists(Path.of("/proc", "self"));
        }
    }
}
