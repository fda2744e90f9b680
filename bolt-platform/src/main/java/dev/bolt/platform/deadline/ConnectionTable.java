package dev.bolt.platform.deadline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The TCP connections of this machine as Linux tells them in {@code /proc/net/tcp} and {@code tcp6}, at one moment.
 *
 * @param open those that neither side has closed
 * @param left those that the other side has closed, and this one has not
 */
record ConnectionTable(Set<Ends> open, Set<Ends> left) {
    private static final List<Path> FILES = List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6"));

    /** States of Linux' {@code tcp_states.h}. */
    private static final int ESTABLISHED = 1;

    private static final int CLOSE_WAIT = 8;

    /**
     * The two ends of a connection; addresses are left out: where two connections share both ports, who has closed one
     * of them is noticed when both are.
     */
    record Ends(int localPort, int remotePort) {}

    /** Whether this system tells them. */
    static boolean supported() {
        return FILES.stream().anyMatch(Files::isReadable);
    }

    /**
     * Some 0.3 µs a connection here, and what the kernel takes to write them down.
     *
     * @throws IOException if it does not
     */
    static ConnectionTable read() throws IOException {
        Set<Ends> open = new HashSet<>();
        Set<Ends> left = new HashSet<>();
        for (Path file : FILES) {
            if (Files.isReadable(file)) {
                new Rows(Files.readAllBytes(file)).addTo(open, left);
            }
        }
        return new ConnectionTable(open, left);
    }

    /** @param text as in {@code proc_net_tcp.txt} of Linux' documentation */
    static ConnectionTable of(String text) {
        Set<Ends> open = new HashSet<>();
        Set<Ends> left = new HashSet<>();
        new Rows(text.getBytes(StandardCharsets.US_ASCII)).addTo(open, left);
        return new ConnectionTable(open, left);
    }

    /** Rows of {@code number: address:port address:port state …}; any other is passed over. */
    private static final class Rows {
        private final byte[] text;
        private int at;

        Rows(byte[] text) {
            this.text = text;
        }

        void addTo(Set<Ends> open, Set<Ends> left) {
            while (at < text.length) {
                skipWord();
                int local = port();
                int remote = port();
                int state = local < 0 || remote < 0 ? -1 : hexadecimal();
                if (state == ESTABLISHED) {
                    open.add(new Ends(local, remote));
                } else if (state == CLOSE_WAIT) {
                    left.add(new Ends(local, remote));
                }
                skipLine();
            }
        }

        private boolean inWord() {
            return at < text.length && text[at] > ' ';
        }

        private void skipSpaces() {
            while (at < text.length && text[at] == ' ') {
                at++;
            }
        }

        private void skipWord() {
            skipSpaces();
            while (inWord()) {
                at++;
            }
        }

        private void skipLine() {
            while (at < text.length && text[at] != '\n') {
                at++;
            }
            at++;
        }

        /** The port of the next word; negative if it names none. */
        private int port() {
            skipSpaces();
            while (inWord() && text[at] != ':') {
                at++;
            }
            at += inWord() ? 1 : 0;
            return hexadecimal();
        }

        /** The rest of the word, or the next one; negative if that is no number of at most seven digits. */
        private int hexadecimal() {
            skipSpaces();
            int from = at;
            long value = 0;
            for (; inWord(); at++) {
                int digit = Character.digit(text[at], 16);
                value = digit < 0 || at - from >= 7 ? -1 : value < 0 ? value : value << 4 | digit;
            }
            return at == from ? -1 : (int) value;
        }
    }
}
