package dev.bolt.benchmarks.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process holds on to (Linux).
 *
 * @param megabytes resident
 * @param threads of the system, not virtual ones
 * @param files open descriptors: files, sockets, pipes
 */
record Weight(long megabytes, int threads, int files) {
    static final Weight NONE = new Weight(0, 0, 0);

    /** Of this process now; {@link #NONE} if it is gone. */
    static Weight of(long pid) {
        Path process = Path.of("/proc", String.valueOf(pid));
        try (Stream<Path> open = Files.list(process.resolve("fd"))) {
            String status = Files.readString(process.resolve("status"));
            return new Weight(number(status, "VmRSS:") >> 10, (int) number(status, "Threads:"), (int) open.count());
        } catch (IOException gone) {
            return NONE;
        }
    }

    private static long number(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    @Override
    public String toString() {
        return megabytes + " / " + threads + " / " + files;
    }
}
