package dev.bolt.platform.workspace;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths from and to the bytes that Linux has for them, which need be no text, and from and to text. Text is UTF-8
 * whatever the locale in which Java was started, which else decides what a path can say and whether it can be named at
 * all; in a name that is no UTF-8 its bytes beyond ASCII that are none stand as {@code \xe9}, and a backslash as
 * {@code \x5c}, so that two such names never are one. A {@code file:} URI keeps all bytes.
 */
public final class PathBytes {
    /** Whether Java names paths in UTF-8; {@code sun.jnu.encoding} follows the locale and cannot be set. */
    private static final boolean UNICODE = StandardCharsets.UTF_8.name().equals(System.getProperty("sun.jnu.encoding"));

    private static final Pattern ESCAPE = Pattern.compile("\\\\x([0-9a-f]{2})");
    private static final HexFormat HEX = HexFormat.of();

    private PathBytes() {}

    /** Of an absolute path, without a slash at its end. */
    public static byte[] of(Path path) {
        String own = path.toString();
        return isExact(own) ? own.getBytes(StandardCharsets.UTF_8) : ofUri(path);
    }

    private static byte[] ofUri(Path path) {
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

    /** What a directory has under a name, or a {@code /}-separated path. */
    public static Path resolve(Path directory, byte[] name) {
        if (isAscii(name)) {
            return directory.resolve(new String(name, StandardCharsets.US_ASCII));
        }
        var escaped = new StringBuilder("file://").append(directory.toUri().getRawPath());
        if (escaped.charAt(escaped.length() - 1) != '/') {
            escaped.append('/');
        }
        for (byte b : name) {
            if (b == '/') {
                escaped.append('/');
            } else {
                escaped.append('%').append(HEX.toHexDigits(b));
            }
        }
        return Path.of(URI.create(escaped.toString()));
    }

    /** A path, absolute or not, as text; its own where Java has all of it. */
    public static String text(Path path) {
        String own = path.toString();
        return isExact(own) ? own : text(bytes(path));
    }

    /** Bytes of a path as text. */
    public static String text(byte[] path) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(path))
                    .toString();
        } catch (CharacterCodingException broken) {
            return escaped(path);
        }
    }

    /** The same, but each piece that is no UTF-8 is one U+FFFD: for patterns, to which it is one character. */
    static String lossyText(Path path) {
        String own = path.toString();
        return UNICODE || isExact(own) ? own : new String(bytes(path), StandardCharsets.UTF_8);
    }

    /**
     * What a directory has under a path that was made by {@link #text}. Where a name of UTF-8 reads like one with bytes
     * that are none, and both are there, it is the first.
     */
    public static Path resolve(Path directory, String text) {
        Path literal = named(directory, text);
        if (text.indexOf('\\') < 0
                || !ESCAPE.matcher(text).find()
                || Files.exists(literal, LinkOption.NOFOLLOW_LINKS)) {
            return literal;
        }
        var bytes = new ByteArrayOutputStream(text.length());
        Matcher escapes = ESCAPE.matcher(text);
        int at = 0;
        while (escapes.find()) {
            MatchResult escape = escapes.toMatchResult();
            bytes.writeBytes(text.substring(at, escape.start()).getBytes(StandardCharsets.UTF_8));
            bytes.write(HexFormat.fromHexDigits(escape.group(1)));
            at = escape.end();
        }
        bytes.writeBytes(text.substring(at).getBytes(StandardCharsets.UTF_8));
        return resolve(directory, bytes.toByteArray());
    }

    private static Path named(Path directory, String text) {
        return UNICODE ? directory.resolve(text) : resolve(directory, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether what Java says of a path is all of it. */
    private static boolean isExact(String own) {
        return UNICODE ? own.indexOf('\uFFFD') < 0 : own.chars().allMatch(c -> c < 0x80);
    }

    private static byte[] bytes(Path path) {
        if (path.isAbsolute()) {
            return of(path);
        }
        byte[] absolute = of(Path.of("/").resolve(path));
        return Arrays.copyOfRange(absolute, 1, absolute.length);
    }

    /** Decodes the longest text at each place; a byte with which none begins is escaped. */
    private static String escaped(byte[] path) {
        var text = new StringBuilder(path.length + 16);
        for (int at = 0; at < path.length; ) {
            int length = sequence(path, at);
            if (length == 0 || path[at] == '\\') {
                text.append("\\x").append(HEX.toHexDigits(path[at]));
                at++;
            } else {
                text.append(new String(path, at, length, StandardCharsets.UTF_8));
                at += length;
            }
        }
        return text.toString();
    }

    /** Length of the character that begins here; 0 if none does. */
    private static int sequence(byte[] bytes, int at) {
        int most = Math.min(4, bytes.length - at);
        for (int length = 1; length <= most; length++) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, length));
                return length;
            } catch (CharacterCodingException longer) {
                // A byte more may end it.
            }
        }
        return 0;
    }

    private static boolean isAscii(byte[] name) {
        for (byte b : name) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
