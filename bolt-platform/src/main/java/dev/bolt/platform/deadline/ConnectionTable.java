package dev.bolt.platform.deadline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The TCP connections of this machine as Linux tells them in {@code /proc/net/tcp} and {@code tcp6}, at one moment.
 *
 * @param open those that neither side has closed
 * @param left those that the other side has closed, and this one has not
 */
record ConnectionTable(Set<Ends> open, Set<Ends> left) {
    private static final List<Path> FILES = List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6"));

    /** States of Linux' {@code tcp_states.h}. */
    private static final String ESTABLISHED = "01";

    private static final String CLOSE_WAIT = "08";

    /**
     * The two ends of a connection; addresses are left out: where two connections share both ports, who has closed one
     * of them is noticed when both are.
     */
    record Ends(int localPort, int remotePort) {}

    /** Whether this system tells them. */
    static boolean supported() {
        return FILES.stream().anyMatch(Files::isReadable);
    }

    /** @throws IOException if it does not */
    static ConnectionTable read() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : FILES) {
            if (Files.isReadable(file)) {
                try (Stream<String> rows = Files.lines(file, StandardCharsets.US_ASCII)) {
                    rows.skip(1).forEach(lines::add);
                }
            }
        }
        return of(lines);
    }

    /** @param lines as in {@code proc_net_tcp.txt} of Linux' documentation */
    static ConnectionTable of(List<String> lines) {
        Set<Ends> open = new HashSet<>();
        Set<Ends> left = new HashSet<>();
        for (String line : lines) {
            String[] fields = line.strip().split("\\s+", 5);
            if (fields.length == 5 && fields[3].equals(ESTABLISHED)) {
                open.add(ends(fields));
            } else if (fields.length == 5 && fields[3].equals(CLOSE_WAIT)) {
                left.add(ends(fields));
            }
        }
        return new ConnectionTable(open, left);
    }

    private static Ends ends(String[] fields) {
        return new Ends(port(fields[1]), port(fields[2]));
    }

    private static int port(String address) {
        return Integer.parseInt(address, address.indexOf(':') + 1, address.length(), 16);
    }
}
