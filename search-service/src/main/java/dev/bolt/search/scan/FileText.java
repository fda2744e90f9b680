package dev.bolt.search.scan;

import dev.bolt.search.text.Utf16;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What ripgrep would search of a file.
 *
 * @param bytes the text, without byte order mark, UTF-16 turned to UTF-8
 * @param searchable how many of them: all, or the lines that ripgrep has searched when it meets the first NUL
 * @param binaryOffset where that NUL is; null if there is none
 * @param begin where in the file the text begins; -1 if these are not the bytes of a file as it lies
 */
public record FileText(
        byte[] bytes, int searchable, @Nullable Long binaryOffset, int begin) {
    /** ripgrep's line buffer: what is read into it together with a NUL is not searched. */
    private static final int BUFFER = 65_536;

    /** A text that was read elsewhere. */
    public FileText(byte[] bytes, int searchable, @Nullable Long binaryOffset) {
        this(bytes, searchable, binaryOffset, -1);
    }

    /** @throws IOException if it cannot be read, or is no longer a file of its own but a symbolic link */
    public static FileText read(Path path) throws IOException {
        return read(path, Integer.MAX_VALUE - 8);
    }

    /**
     * The same of a file that may be large.
     *
     * @throws CrowdedTextException if it has more bytes than these
     */
    public static FileText read(Path path, long mostBytes) throws IOException {
        try (InputStream in = Files.newInputStream(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            byte[] raw = in.readNBytes((int) Math.min(mostBytes, Integer.MAX_VALUE - 8));
            if (in.read() >= 0) {
                throw new CrowdedTextException();
            }
            return ofFile(raw);
        }
    }

    public static FileText of(byte[] bytes) {
        return of(bytes, -1);
    }

    private static FileText of(byte[] bytes, int begin) {
        int nul = indexOfNul(bytes);
        return nul < 0
                ? new FileText(bytes, bytes.length, null, begin)
                : new FileText(bytes, searchedBefore(bytes, nul), (long) nul, begin);
    }

    /**
     * Follows ripgrep's buffer: it is filled, its whole lines are searched, the rest is moved to its front and it is
     * filled up; it doubles while it holds no line end. The fill that brings a NUL ends the search. Exact where no
     * context is asked for; with context ripgrep keeps some lines longer, and the border may lie a little before.
     */
    private static int searchedBefore(byte[] bytes, int nul) {
        int start = 0;
        int end = 0;
        int capacity = BUFFER;
        while (true) {
            end = Math.min(bytes.length, start + capacity);
            if (nul < end || end == bytes.length) {
                return start;
            }
            int lines = end;
            while (lines > start && bytes[lines - 1] != '\n') {
                lines--;
            }
            if (lines > start) {
                start = lines;
            } else {
                capacity *= 2;
            }
        }
    }

    /** The text of a file with these bytes. */
    private static FileText ofFile(byte[] raw) {
        if (isMarked(raw)) {
            return of(unmarked(raw), 3);
        }
        boolean little = raw.length >= 2 && raw[0] == (byte) 0xFF && raw[1] == (byte) 0xFE;
        boolean big = raw.length >= 2 && raw[0] == (byte) 0xFE && raw[1] == (byte) 0xFF;
        return little || big ? of(unmarked(Utf16.toUtf8(raw, 2, little))) : of(raw, 0);
    }

    private static boolean isMarked(byte[] text) {
        return text.length >= 3 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF;
    }

    /** Without the mark of UTF-8; ripgrep leaves one out behind the mark of UTF-16, too. */
    private static byte[] unmarked(byte[] text) {
        return isMarked(text) ? Arrays.copyOfRange(text, 3, text.length) : text;
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
