package dev.bolt.platform.vitals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Resident anonymous memory of this process: what it cannot give back; mapped files are the kernel's to take. */
final class ResidentMemory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private ResidentMemory() {}

    /** Bytes ({@code RssAnon} of Linux); 0 where there is no {@code /proc}. */
    static long anonymousBytes() {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("RssAnon:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | RuntimeException unknown) {
            return 0;
        }
    }
}
