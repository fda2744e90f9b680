package dev.bolt.platform.watch;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/** Paths from and to the bytes that Linux has for them, which need be no text: a {@code file:} URI keeps them all. */
final class PathBytes {
    private PathBytes() {}

    /** Of an absolute path, without a slash at its end. */
    static byte[] of(Path path) {
        String escaped = path.toUri().getRawPath();
        var bytes = new ByteArrayOutputStream(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) == '%') {
                bytes.write(HexFormat.fromHexDigits(escaped, i + 1, i + 3));
                i += 2;
            } else {
                bytes.write(escaped.charAt(i));
            }
        }
        byte[] all = bytes.toByteArray();
        return all.length > 1 && all[all.length - 1] == '/' ? Arrays.copyOf(all, all.length - 1) : all;
    }

    /** What a directory has under a name. */
    static Path resolve(Path directory, byte[] name) {
        if (isPlain(name)) {
            return directory.resolve(new String(name, StandardCharsets.US_ASCII));
        }
        var escaped = new StringBuilder("file://").append(directory.toUri().getRawPath());
        if (escaped.charAt(escaped.length() - 1) != '/') {
            escaped.append('/');
        }
        for (byte b : name) {
            escaped.append('%').append(HexFormat.of().toHexDigits(b));
        }
        return Path.of(URI.create(escaped.toString()));
    }

    /** Up to the first zero byte. */
    static byte[] withoutPadding(byte[] name) {
        int length = 0;
        while (length < name.length && name[length] != 0) {
            length++;
        }
        return Arrays.copyOf(name, length);
    }

    private static boolean isPlain(byte[] name) {
        for (byte b : name) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
