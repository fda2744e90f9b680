package dev.bolt.cli.console;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command prints: answers on one stream, progress and problems on the other.
 *
 * @param out answers, UTF-8; flushed at the end of the command
 * @param err progress and problems, UTF-8
 * @param outIsTerminal a person reads the answers
 * @param errIsTerminal a person reads the progress
 * @param columns width of the terminal in characters
 * @param outColors colours of answers
 * @param errColors colours of progress and problems
 */
public record Terminal(
        PrintStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        int columns,
        Palette outColors,
        Palette errColors) {

    /** Streams without a person: plain, 80 columns wide. */
    public static Terminal plain(OutputStream out, OutputStream err) {
        return new Terminal(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                80,
                Palette.PLAIN,
                Palette.PLAIN);
    }

    /** The same streams, coloured as asked. */
    public Terminal colored(ColorMode mode, String noColor) {
        return new Terminal(
                out,
                err,
                outIsTerminal,
                errIsTerminal,
                columns,
                new Palette(mode.colors(outIsTerminal, noColor)),
                new Palette(mode.colors(errIsTerminal, noColor)));
    }

    /** Says something beside the answer. */
    public void note(String text) {
        err.println(text);
    }
}
