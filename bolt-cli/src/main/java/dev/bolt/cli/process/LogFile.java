package dev.bolt.cli.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The log of one service: this start's file, and the one before beside it as {@code .1}. */
public final class LogFile {
    private static final int TAIL_BYTES = 1 << 20;

    private LogFile() {}

    /** Where the service logs. */
    public static Path of(Home home, Service service) {
        return home.logs().resolve(service.label() + ".log");
    }

    /** Keeps the file that is there as {@code .1} and leaves its place empty. */
    static void rotate(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The last lines, at most so many and at most from the last MiB; none if there is no file. */
    public static List<String> tail(Path log, int lines) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - TAIL_BYTES);
            var bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            var all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException absent) {
            return List.of();
        }
    }
}
