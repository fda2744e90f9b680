package dev.bolt.cli.render;

import dev.bolt.cli.console.Palette;

/**
 * How matches are printed, with ripgrep's meaning of every flag.
 *
 * @param what lines, counts, paths or the matched parts alone
 * @param lineNumbers {@code -n} or {@code -N}
 * @param withPath false leaves the path away, as for a single file
 * @param heading the path once above its lines instead of before each
 * @param context whether {@code -A}, {@code -B} or {@code -C} was asked for: groups are then separated by {@code --}
 * @param prefix put before every path, such as {@code ./}
 * @param colors of paths, numbers and matches
 */
public record RipgrepStyle(
        What what,
        boolean lineNumbers,
        boolean withPath,
        boolean heading,
        boolean context,
        String prefix,
        Palette colors) {
    /** What is printed of a file. */
    public enum What {
        /** Every line. */
        LINES,
        /** The number of lines that match ({@code -c}). */
        COUNT,
        /** The number of matches ({@code -c -o}). */
        MATCH_COUNT,
        /** The path ({@code -l}). */
        PATH,
        /** Every match by itself ({@code -o}). */
        MATCHES
    }
}
