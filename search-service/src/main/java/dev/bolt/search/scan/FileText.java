package dev.bolt.search.scan;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What ripgrep would search of a file.
 *
 * @param bytes the text, without byte order mark, UTF-16 turned to UTF-8
 * @param searchable how many of them: all, or up to the 64 KiB block that holds the first NUL
 * @param binaryOffset where that NUL is; null if there is none
 */
record FileText(byte[] bytes, int searchable, @Nullable Long binaryOffset) {
    /** ripgrep's line buffer: a NUL in it ends the search of the file before any of it is searched. */
    private static final int BLOCK = 65_536;

    /** Files above this need ripgrep: one array cannot hold them. */
    private static final long LARGEST = 1L << 30;

    static Optional<FileText> read(Path path) throws IOException {
        if (Files.size(path) > LARGEST) {
            return Optional.empty();
        }
        byte[] bytes = withoutMark(Files.readAllBytes(path));
        int nul = indexOfNul(bytes);
        if (nul < 0) {
            return Optional.of(new FileText(bytes, bytes.length, null));
        }
        int searchable = nul / BLOCK * BLOCK;
        while (searchable > 0 && bytes[searchable - 1] != '\n') {
            searchable--;
        }
        return searchable == 0 ? Optional.empty() : Optional.of(new FileText(bytes, searchable, (long) nul));
    }

    private static byte[] withoutMark(byte[] raw) {
        if (raw.length >= 3 && raw[0] == (byte) 0xEF && raw[1] == (byte) 0xBB && raw[2] == (byte) 0xBF) {
            return Arrays.copyOfRange(raw, 3, raw.length);
        }
        boolean little = raw.length >= 2 && raw[0] == (byte) 0xFF && raw[1] == (byte) 0xFE;
        boolean big = raw.length >= 2 && raw[0] == (byte) 0xFE && raw[1] == (byte) 0xFF;
        if (!little && !big) {
            return raw;
        }
        Charset charset = little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        return new String(raw, 2, raw.length - 2, charset).getBytes(StandardCharsets.UTF_8);
    }

    private static int indexOfNul(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        return -1;
    }
}
