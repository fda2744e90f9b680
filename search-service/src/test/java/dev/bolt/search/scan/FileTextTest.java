package dev.bolt.search.scan;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTextTest {
    @TempDir
    Path directory;

    @Test
    void leavesOutOneMarkOfUtf8AndBehindThatOfUtf16AnotherOne() throws Exception {
        assertThat(text("send", UTF_8)).isEqualTo("send");
        assertThat(text("\uFEFFsend", UTF_8)).isEqualTo("send");
        assertThat(text("\uFEFF\uFEFFsend", UTF_8)).isEqualTo("\uFEFFsend");
        for (Charset utf16 : new Charset[] {UTF_16LE, UTF_16BE}) {
            assertThat(text("\uFEFFsend", utf16)).isEqualTo("send");
            assertThat(text("\uFEFF\uFEFFsend", utf16)).isEqualTo("send");
            assertThat(text("\uFEFF\uFEFF\uFEFFsend", utf16)).isEqualTo("\uFEFFsend");
        }
    }

    private String text(String of, Charset charset) throws IOException {
        Path file = Files.write(directory.resolve("file"), of.getBytes(charset));
        return new String(FileText.read(file).bytes(), UTF_8);
    }
}
