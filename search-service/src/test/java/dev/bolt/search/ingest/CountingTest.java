package dev.bolt.search.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.index.IndexStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountingTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final WorkspaceId SHOP = new WorkspaceId("shop");

    @TempDir
    Path root;

    private final List<IndexStatus> told = new ArrayList<>();

    @Test
    void countsFilesAndThoseThatASearchLeaves() throws IOException {
        Files.writeString(root.resolve("a.txt"), "text");
        Files.writeString(root.resolve("empty.txt"), "");
        Files.writeString(root.resolve(".hidden"), "text");
        Files.write(root.resolve("b.bin"), new byte[] {1, 0, 2});
        Files.write(root.resolve("utf16.txt"), new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0});
        IndexStatus last = count(root);
        assertThat(last.state()).isEqualTo(IndexState.READY);
        assertThat(last.filesTotal()).isEqualTo(4);
        assertThat(last.filesSkipped()).isEqualTo(1);
        assertThat(last.share()).isEqualTo(1);
        assertThat(last.asOf()).isEqualTo(NOW);
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        for (int i = 0; i < 1100; i++) {
            Files.writeString(root.resolve("f" + i), "x");
        }
        count(root);
        assertThat(told).extracting(IndexStatus::filesDone).containsExactly(512, 1024, 1100);
        assertThat(told.getFirst().state()).isEqualTo(IndexState.BUILDING);
        assertThat(told.getFirst().share()).isBetween(0.4, 0.5);
    }

    @Test
    void failsWhereTheDirectoryIsGone() {
        IndexStatus last = count(root.resolve("gone"));
        assertThat(last.state()).isEqualTo(IndexState.FAILED);
        assertThat(last.message()).contains("no longer there");
        assertThat(last.asOf()).isNull();
    }

    private IndexStatus count(Path where) {
        new Counting(SHOP, where, InstantSource.fixed(NOW), told::add).run();
        return told.getLast();
    }
}
