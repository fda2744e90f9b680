package dev.bolt.search.ripgrep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class OutputLinesTest {
    private final List<String> lines = new ArrayList<>();

    @Test
    void handsOnEachLineWherever64KiBEnd() throws IOException {
        String odd = "a".repeat(65_535) + "\nb\n" + "c".repeat(70_000) + "\n\n";
        assertThat(read(odd, Long.MAX_VALUE, 100_000)).isTrue();
        assertThat(lines).extracting(String::length).containsExactly(65_535, 1, 70_000, 0);
    }

    @Test
    void leavesOutALineWithoutEnd() throws IOException {
        assertThat(read("a\nhalf", Long.MAX_VALUE, 10)).isTrue();
        assertThat(lines).containsExactly("a");
    }

    @Test
    void leavesOutALineThatIsTooLongAndSaysSo() throws IOException {
        assertThat(read("a\n" + "b".repeat(200_000) + "\nc\n", Long.MAX_VALUE, 10))
                .isFalse();
        assertThat(lines).containsExactly("a", "c");
    }

    @Test
    void stopsAtTheBoundOnBytesAndSaysSo() throws IOException {
        assertThat(read("0123456789\n".repeat(100_000), 100_000, 100)).isFalse();
        assertThat(lines).hasSizeBetween(9_000, 16_000);
    }

    @Test
    void stopsWhereNoMoreIsWanted() throws IOException {
        var output = new OutputLines(in("a\nb\nc\n"), 65_536, Long.MAX_VALUE, 10);
        assertThat(output.forEachWhile(line -> lines.add(text(line)) && lines.size() < 2))
                .isFalse();
        assertThat(lines).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 20, 64})
    void readsAsMuchAtATimeAsItIsTold(int kilobytes) throws IOException {
        List<Integer> asked = new ArrayList<>();
        var watched = new FilterInputStream(in("0123456789\n".repeat(20_000))) {
            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                asked.add(length);
                return super.read(buffer, from, length);
            }
        };
        var told = new RipgrepProperties(null, 0, 1, DataSize.ofKilobytes(kilobytes), DataSize.ofMegabytes(1));
        new OutputLines(watched, told.bufferBytes(), Long.MAX_VALUE, 100).forEachWhile(line -> lines.add(text(line)));
        assertThat(lines).hasSize(20_000);
        assertThat(asked).containsOnly(kilobytes * 1024);
    }

    private boolean read(String text, long mostBytes, int longest) throws IOException {
        return new OutputLines(in(text), 65_536, mostBytes, longest).forEachWhile(line -> lines.add(text(line)));
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }
}
