package dev.bolt.platform.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTextTest {
    @TempDir
    Path directory;

    private Path file(byte... bytes) throws IOException {
        return Files.write(directory.resolve("file"), bytes);
    }

    @Test
    void readsUtf8AndReplacesWhatIsNot() throws IOException {
        assertThat(SourceText.read(file("žluť".getBytes(StandardCharsets.UTF_8)), 100))
                .contains("žluť");
        assertThat(SourceText.read(file((byte) 'a', (byte) 0xFF, (byte) 'b'), 100))
                .contains("a\uFFFDb");
        assertThat(SourceText.read(file(), 100)).contains("");
    }

    @Test
    void followsAByteOrderMarkAndDropsIt() throws IOException {
        assertThat(SourceText.read(file((byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 'a'), 100))
                .contains("a");
        assertThat(SourceText.read(file((byte) 0xFF, (byte) 0xFE, (byte) 'a', (byte) 0), 100))
                .contains("a");
        assertThat(SourceText.read(file((byte) 0xFE, (byte) 0xFF, (byte) 0, (byte) 'a'), 100))
                .contains("a");
    }

    @Test
    void isEmptyForWhatIsBinaryTooLongMissingALinkOrADirectory() throws IOException {
        assertThat(SourceText.read(file((byte) 'a', (byte) 0), 100)).isEmpty();
        Path three = file("abc".getBytes(StandardCharsets.UTF_8));
        assertThat(SourceText.read(three, 2)).isEmpty();
        assertThat(SourceText.read(three, 3)).contains("abc");
        assertThat(SourceText.read(three, 0)).contains("abc");
        assertThat(SourceText.read(directory.resolve("missing"), 100)).isEmpty();
        assertThat(SourceText.read(directory, 100)).isEmpty();
        assertThat(SourceText.read(Files.createSymbolicLink(directory.resolve("link"), three), 100))
                .isEmpty();
    }
}
