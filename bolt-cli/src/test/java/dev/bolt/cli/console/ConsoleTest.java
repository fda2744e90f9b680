package dev.bolt.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void colorsOnlyATerminalAndRespectsNoColor() {
        assertThat(ColorMode.AUTO.colors(true, "")).isTrue();
        assertThat(ColorMode.AUTO.colors(false, "")).isFalse();
        assertThat(ColorMode.AUTO.colors(true, "1")).isFalse();
        assertThat(ColorMode.ALWAYS.colors(false, "1")).isTrue();
        assertThat(ColorMode.NEVER.colors(true, "")).isFalse();
    }

    @Test
    void aPipeSeesALineForEachStage() {
        try (var line = new ProgressLine(Terminal.plain(err, err))) {
            line.bar("index", 0.1, "indexing 1/10");
            line.bar("index", 0.5, "indexing 5/10");
            line.done("indexed");
            line.show("solve", "solving");
        }
        assertThat(text()).isEqualTo("indexing 1/10\nindexed\nsolving\n");
    }

    @Test
    void aTerminalSeesOneLineThatGoesAwayAtTheEnd() {
        var stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        try (var line = new ProgressLine(new Terminal(stream, stream, true, true, 20, Palette.PLAIN, Palette.PLAIN))) {
            line.show("a", "a text that is longer than the terminal");
        }
        assertThat(text()).isEqualTo("\r\u001b[K⠋ a text that is l…\r\u001b[K");
    }

    @Test
    void barsAreFullAtTheEnd() {
        assertThat(ProgressLine.bar(0)).isEqualTo("░".repeat(24) + "   0%");
        assertThat(ProgressLine.bar(2)).isEqualTo("█".repeat(24) + " 100%");
    }

    @Test
    void tablesAlign() {
        assertThat(new Table().row("A", "B").row("long", "x").render(Palette.PLAIN))
                .isEqualTo("A     B\nlong  x\n");
    }

    @Test
    void quantitiesReadWell() {
        assertThat(Quantity.duration(999)).isEqualTo("999 ms");
        assertThat(Quantity.duration(1500)).isEqualTo("1.5 s");
        assertThat(Quantity.duration(184_000)).isEqualTo("3 min 4 s");
        assertThat(Quantity.count(1, "file")).isEqualTo("1 file");
        assertThat(Quantity.count(1234, "file")).isEqualTo("1,234 files");
        assertThat(Quantity.bytes(0)).isEqualTo("-");
    }

    private String text() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
