package dev.bolt.cli.console;

import java.util.Locale;

/** Numbers as a person reads them. */
public final class Quantity {
    private Quantity() {}

    /** Milliseconds, such as {@code 12 ms}, {@code 1.5 s} or {@code 3 min 4 s}. */
    public static String duration(long millis) {
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        return millis / 60_000 + " min " + millis / 1000 % 60 + " s";
    }

    /** Bytes, such as {@code 214 MB}; a dash if 0. */
    public static String bytes(long bytes) {
        return bytes <= 0 ? "-" : Math.max(1, bytes >> 20) + " MB";
    }

    /** A count and its noun, such as {@code 1 file} or {@code 1,234 files}. */
    public static String count(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
