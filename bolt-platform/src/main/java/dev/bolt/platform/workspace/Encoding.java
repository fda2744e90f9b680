package dev.bolt.platform.workspace;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * How the bytes of a file become text, found from its first bytes: a byte order mark as in ripgrep's BOM sniffing, else
 * UTF-8.
 *
 * @param charset what decodes it
 * @param markBytes length of the byte order mark
 */
record Encoding(Charset charset, int markBytes) {
    /** A NUL among so many first bytes makes a file binary; git looks at 8,000. */
    static final int HEAD_BYTES = 8 * 1024;

    static final OpenOption[] SAFELY = {StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS};

    static Encoding of(byte[] head, int length) {
        if (length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        return new Encoding(StandardCharsets.UTF_8, 0);
    }

    /** Whether the file has a NUL near its start and is not UTF-16. */
    static boolean looksBinary(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file, SAFELY)) {
            byte[] head = bytes.readNBytes(HEAD_BYTES);
            return looksBinary(head, head.length);
        }
    }

    static boolean looksBinary(byte[] bytes, int length) {
        if (!of(bytes, length).charset().equals(StandardCharsets.UTF_8)) {
            return false;
        }
        int end = Math.min(length, HEAD_BYTES);
        for (int i = 0; i < end; i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
