package dev.bolt.analysis.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text: a UTF-8 BOM, an encoding cookie on line 1 or 2 (PEP 263), else UTF-8; never fails, says what is wrong.
 */
final class SourceDecoder {
    private static final Pattern COOKIE = Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-_.a-zA-Z0-9]+)");
    private static final Pattern BLANK = Pattern.compile("^[ \\t\\f]*(?:#.*)?$");

    /**
     * A text in UTF-8.
     *
     * @param problem what does not fit its encoding; null if all does
     */
    record Decoded(byte[] text, @Nullable String problem) {}

    private SourceDecoder() {}

    static Decoded decode(byte[] bytes) {
        boolean mark =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        int start = mark ? 3 : 0;
        String cookie = mayHaveCookie(bytes, start) ? cookie(bytes, start) : null;
        if (cookie == null) {
            byte[] text = start == 0 ? bytes : Arrays.copyOfRange(bytes, start, bytes.length);
            return isUtf8(text) ? new Decoded(text, null) : strict(bytes, start, UTF_8, null);
        }
        Charset charset = charset(cookie);
        if (charset == null) {
            return strict(bytes, start, UTF_8, "the encoding '" + cookie + "' is unknown");
        }
        if (mark && !isUtf8(cookie)) {
            return strict(bytes, start, UTF_8, "the encoding '" + cookie + "' contradicts the UTF-8 byte order mark");
        }
        return strict(bytes, start, charset, null);
    }

    /** Whether one of the first two lines has the letters {@code coding}, and so is worth a closer look. */
    private static boolean mayHaveCookie(byte[] bytes, int start) {
        int ends = 0;
        for (int i = start; i + 6 <= bytes.length && ends < 2; i++) {
            byte b = bytes[i];
            if (b == '\n' || b == '\r' && bytes[i + 1] != '\n') {
                ends++;
            } else if (b == 'c' && bytes[i + 1] == 'o' && bytes[i + 2] == 'd' && bytes[i + 3] == 'i') {
                return true;
            }
        }
        return false;
    }

    private static boolean isUtf8(byte[] bytes) {
        int at = asciiEnd(bytes, 0);
        while (at < bytes.length) {
            int length = sequence(bytes, at);
            if (length == 0) {
                return false;
            }
            at = asciiEnd(bytes, at + length);
        }
        return true;
    }

    /** The first byte from here that is not ASCII. */
    private static int asciiEnd(byte[] bytes, int start) {
        int at = start;
        for (int words = bytes.length - Long.BYTES; at <= words; at += Long.BYTES) {
            long marks = Eight.notAscii(Eight.at(bytes, at));
            if (marks != 0) {
                return at + Eight.before(marks);
            }
        }
        while (at < bytes.length && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    /** How many bytes the letter has that begins here and is not ASCII; 0 if it is not UTF-8 (Unicode 17, D92). */
    private static int sequence(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        int second = at + 1 < bytes.length ? bytes[at + 1] & 0xff : 0;
        if (first < 0xe0) {
            return first >= 0xc2 && isFollower(second) ? 2 : 0;
        }
        if (first < 0xf0) {
            boolean begins = second >= (first == 0xe0 ? 0xa0 : 0x80) && second <= (first == 0xed ? 0x9f : 0xbf);
            return begins && follows(bytes, at + 2) ? 3 : 0;
        }
        boolean begins =
                first <= 0xf4 && second >= (first == 0xf0 ? 0x90 : 0x80) && second <= (first == 0xf4 ? 0x8f : 0xbf);
        return begins && follows(bytes, at + 2) && follows(bytes, at + 3) ? 4 : 0;
    }

    private static boolean follows(byte[] bytes, int at) {
        return at < bytes.length && isFollower(bytes[at]);
    }

    private static boolean isFollower(int b) {
        return (b & 0xc0) == 0x80;
    }

    private static Decoded strict(byte[] bytes, int start, Charset charset, @Nullable String problem) {
        var buffer = ByteBuffer.wrap(bytes, start, bytes.length - start);
        try {
            return new Decoded(charset.newDecoder().decode(buffer).toString().getBytes(UTF_8), problem);
        } catch (CharacterCodingException e) {
            String text = new String(bytes, start, bytes.length - start, charset);
            return new Decoded(text.getBytes(UTF_8), problem != null ? problem : "bytes that are not " + charset);
        }
    }

    private static @Nullable String cookie(byte[] bytes, int start) {
        String head = new String(bytes, start, Math.min(bytes.length - start, 1000), ISO_8859_1);
        String[] lines = head.split("\r\n|\r|\n", 3);
        for (int i = 0; i < Math.min(2, lines.length); i++) {
            Matcher matcher = COOKIE.matcher(lines[i]);
            if (matcher.find()) {
                return matcher.group(1);
            }
            if (!BLANK.matcher(lines[i]).matches()) {
                return null;
            }
        }
        return null;
    }

    private static String normal(String cookie) {
        return cookie.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As CPython names it beside a byte order mark: {@code utf8} is not enough. */
    private static boolean isUtf8(String cookie) {
        String name = normal(cookie);
        return name.equals("utf-8") || name.startsWith("utf-8-");
    }

    private static @Nullable Charset charset(String cookie) {
        String name = normal(cookie);
        if (name.equals("utf8") || name.startsWith("utf-8")) {
            return UTF_8;
        }
        if (name.equals("latin-1") || name.startsWith("latin-1-") || name.startsWith("iso-8859-1-")) {
            return ISO_8859_1;
        }
        try {
            return Charset.forName(name.startsWith("cp") ? "x-" + name : name);
        } catch (IllegalArgumentException e) {
            try {
                return Charset.forName(name);
            } catch (IllegalArgumentException unknown) {
                return null;
            }
        }
    }
}
