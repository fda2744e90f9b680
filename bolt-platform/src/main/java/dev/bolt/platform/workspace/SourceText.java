package dev.bolt.platform.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The text of source files. */
public final class SourceText {
    private SourceText() {}

    /**
     * The text: UTF-8, or UTF-16 if a byte order mark says so; malformed bytes become U+FFFD. Empty for what is binary,
     * longer than the bound, no regular file (symbolic links included) or unreadable. Never throws.
     *
     * @param maxBytes longest file to read; 0 for no bound
     */
    public static Optional<String> read(Path file, long maxBytes) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? read(file, maxBytes, Encoding.SAFELY)
                : Optional.empty();
    }

    /** The same of what may be a symbolic link to a regular file. */
    static Optional<String> readThrough(Path file, long maxBytes) {
        return Files.isRegularFile(file) ? read(file, maxBytes, StandardOpenOption.READ) : Optional.empty();
    }

    private static Optional<String> read(Path file, long maxBytes, OpenOption... options) {
        try (var stream = Files.newInputStream(file, options)) {
            int most = maxBytes <= 0 || maxBytes >= Integer.MAX_VALUE - 8 ? Integer.MAX_VALUE - 8 : (int) maxBytes + 1;
            byte[] bytes = stream.readNBytes(most);
            return maxBytes > 0 && bytes.length > maxBytes ? Optional.empty() : decode(bytes);
        } catch (IOException | OutOfMemoryError unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> decode(byte[] bytes) {
        if (Encoding.looksBinary(bytes, bytes.length)) {
            return Optional.empty();
        }
        Encoding encoding = Encoding.of(bytes, bytes.length);
        return Optional.of(
                new String(bytes, encoding.markBytes(), bytes.length - encoding.markBytes(), encoding.charset()));
    }
}
