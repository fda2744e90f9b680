package dev.bolt.platform.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStampTest {
    @TempDir
    Path directory;

    @Test
    void tellsAWriteThatKeepsSizeAndTime() throws IOException {
        Path file = Files.writeString(directory.resolve("a"), "x");
        FileStamp before = FileStamp.of(file);
        var time = Files.getLastModifiedTime(file);
        Path other = Files.writeString(directory.resolve("b"), "y");
        Files.setLastModifiedTime(other, time);
        Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(FileStamp.of(file)).isNotEqualTo(before);
        assertThat(FileStamp.of(file).modifiedNanos()).isEqualTo(before.modifiedNanos());
    }

    @Test
    void staysTheSameWhileNothingIsWritten() throws IOException {
        Path file = Files.writeString(directory.resolve("a"), "x");
        assertThat(FileStamp.of(file)).isEqualTo(FileStamp.of(file));
    }

    @Test
    void isNoneOfWhatIsNoFile() throws IOException {
        assertThat(FileStamp.of(directory)).isEqualTo(FileStamp.NONE);
        assertThat(FileStamp.of(directory.resolve("gone"))).isEqualTo(FileStamp.NONE);
        Path link = Files.createSymbolicLink(directory.resolve("link"), Files.writeString(directory.resolve("a"), "x"));
        assertThat(FileStamp.of(link)).isEqualTo(FileStamp.NONE);
    }

    @Test
    void knowsAFileByAllItsNames() throws IOException {
        Path file = Files.writeString(directory.resolve("a"), "x");
        assertThat(FileStamp.of(file).links()).isEqualTo(1);
        Path other = Files.createLink(directory.resolve("b"), file);
        assertThat(FileStamp.of(file)).isEqualTo(FileStamp.of(other));
        assertThat(FileStamp.of(file).links()).isEqualTo(2);
        FileStamp unsettled = FileStamp.of(file).asOf(Instant.EPOCH);
        assertThat(unsettled).isNotEqualTo(FileStamp.of(file));
        assertThat(unsettled.number()).isEqualTo(FileStamp.of(other).number());
    }

    @Test
    void isOfWhatALinkLeadsToWhereThatIsAskedFor() throws IOException {
        Path file = Files.writeString(directory.resolve("a"), "x");
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);
        assertThat(FileStamp.through(link)).isEqualTo(FileStamp.of(file));
        Files.delete(file);
        assertThat(FileStamp.through(link)).isEqualTo(FileStamp.NONE);
    }

    @Test
    void isNotTrustedWithinATickOfAWrite() throws IOException {
        Path file = Files.writeString(directory.resolve("a"), "x");
        FileStamp stamp = FileStamp.of(file);
        Instant written = Files.getLastModifiedTime(file).toInstant();
        assertThat(stamp.asOf(written.plusMillis(1))).isNotEqualTo(stamp);
        assertThat(stamp.asOf(Instant.now().plusSeconds(2))).isEqualTo(stamp);
    }
}
