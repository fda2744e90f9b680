package dev.bolt.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.Submatch;
import dev.bolt.cli.console.Palette;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected texts are what ripgrep 15 prints for the same files. */
class RipgrepTextTest {
    private static final FileMatches A = new FileMatches(
            "a.py", List.of(line(1, "def total(x):", 4, 9), line(7, "y = total(2) + total(3)", 4, 9, 15, 20)), null);
    private static final FileMatches B = new FileMatches("b/c.py", List.of(line(3, "total", 0, 5)), null);

    @Test
    void piped() {
        assertThat(print(style(RipgrepStyle.What.LINES, false), A, B))
                .isEqualTo("a.py:1:def total(x):\na.py:7:y = total(2) + total(3)\nb/c.py:3:total\n");
    }

    @Test
    void countsPathsAndMatches() {
        assertThat(print(style(RipgrepStyle.What.COUNT, false), A, B)).isEqualTo("a.py:2\nb/c.py:1\n");
        assertThat(print(style(RipgrepStyle.What.MATCH_COUNT, false), A, B)).isEqualTo("a.py:3\nb/c.py:1\n");
        assertThat(print(style(RipgrepStyle.What.PATH, false), A, B)).isEqualTo("a.py\nb/c.py\n");
        assertThat(print(style(RipgrepStyle.What.MATCHES, false), A))
                .isEqualTo("a.py:1:total\na.py:7:total\na.py:7:total\n");
    }

    @Test
    void foldersAreSortedOneByOne() {
        var dotted = new FileMatches("a.py", List.of(line(1, "x", 0, 1)), null);
        var inside = new FileMatches("a/z.py", List.of(line(1, "x", 0, 1)), null);
        assertThat(print(style(RipgrepStyle.What.PATH, false), dotted, inside)).isEqualTo("a/z.py\na.py\n");
    }

    @Test
    void contextHasDashesAndGroupsAreSeparated() {
        var shown = new FileMatches(
                "a.py",
                List.of(
                        line(1, "def total(x):", 4, 9),
                        context(2, "    return x"),
                        context(6, ""),
                        line(7, "total", 0, 5)),
                null);
        assertThat(print(style(RipgrepStyle.What.LINES, true), shown, B))
                .isEqualTo(
                        "a.py:1:def total(x):\na.py-2-    return x\n--\na.py-6-\na.py:7:total\n--\nb/c.py:3:total\n");
    }

    @Test
    void onATerminalThePathStandsAbove() {
        var style = new RipgrepStyle(RipgrepStyle.What.LINES, true, true, true, false, "", new Palette(true));
        assertThat(print(style, A, B)).isEqualTo("""
                        \u001b[35ma.py\u001b[0m
                        \u001b[32m1\u001b[0m:def \u001b[1;31mtotal\u001b[0m(x):
                        \u001b[32m7\u001b[0m:y = \u001b[1;31mtotal\u001b[0m(2) + \u001b[1;31mtotal\u001b[0m(3)

                        \u001b[35mb/c.py\u001b[0m
                        \u001b[32m3\u001b[0m:\u001b[1;31mtotal\u001b[0m
                        """);
    }

    @Test
    void bytesThatAreNotUtf8ComeOutAsTheyAre() {
        byte[] raw = {'x', (byte) 0xff, 'y'};
        var line = new MatchedLine(
                1, "x\ufffdy", Base64.getEncoder().encodeToString(raw), false, List.of(new Submatch(0, 2, 0, 2)));
        var out = new ByteArrayOutputStream();
        new RipgrepText(new PrintStream(out, true), style(RipgrepStyle.What.LINES, false))
                .print(List.of(new FileMatches("f", List.of(line), null)));
        assertThat(out.toByteArray()).containsExactly('f', ':', '1', ':', 'x', 0xff, 'y', '\n');
    }

    @Test
    void aMatchOverSeveralLinesHasALeadOnEach() {
        var match = new FileMatches("f", List.of(line(4, "one\ntwo", 0, 7)), null);
        assertThat(print(style(RipgrepStyle.What.LINES, false), match)).isEqualTo("f:4:one\nf:5:two\n");
    }

    @Test
    void aBinaryFileEndsWithAWarningAndCountsNothing() {
        var binary = new FileMatches("f", List.of(line(1, "total", 0, 5)), 70_000L);
        assertThat(print(style(RipgrepStyle.What.LINES, false), binary))
                .isEqualTo(
                        "f:1:total\nf: WARNING: stopped searching binary file after match (found \"\\0\" byte around offset 70000)\n");
        assertThat(print(style(RipgrepStyle.What.COUNT, false), binary)).isEmpty();
    }

    private static RipgrepStyle style(RipgrepStyle.What what, boolean context) {
        return new RipgrepStyle(what, true, true, false, context, "", Palette.PLAIN);
    }

    private static MatchedLine line(int number, String text, int... columns) {
        var submatches = new java.util.ArrayList<Submatch>();
        for (int i = 0; i < columns.length; i += 2) {
            submatches.add(new Submatch(columns[i], columns[i + 1], columns[i], columns[i + 1]));
        }
        return new MatchedLine(number, text, null, false, submatches);
    }

    private static MatchedLine context(int number, String text) {
        return new MatchedLine(number, text, null, true, List.of());
    }

    private static String print(RipgrepStyle style, FileMatches... files) {
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        new RipgrepText(stream, style).print(RipgrepText.byPath(List.of(files)));
        return out.toString(StandardCharsets.UTF_8);
    }
}
