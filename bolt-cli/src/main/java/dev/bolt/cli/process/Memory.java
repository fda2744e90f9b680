package dev.bolt.cli.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory of another process. */
public final class Memory {
    private Memory() {}

    /** Resident memory in bytes, shared pages included; 0 if unknown. */
    public static long residentBytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> kilobytes(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException noProc) {
            return ask(pid);
        }
    }

    /** macOS has no {@code /proc}, but {@code ps}. */
    private static long ask(long pid) {
        try {
            var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
            try (var output = ps.getInputStream()) {
                return kilobytes(new String(output.readAllBytes(), StandardCharsets.UTF_8).strip());
            }
        } catch (IOException unknown) {
            return 0;
        }
    }

    private static long kilobytes(String number) {
        return number.isEmpty() ? 0 : Long.parseLong(number) << 10;
    }
}
