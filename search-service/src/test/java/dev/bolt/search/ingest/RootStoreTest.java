package dev.bolt.search.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootStoreTest {
    private static final WorkspaceId SHOP = new WorkspaceId("shop");

    @TempDir
    Path data;

    @Test
    void keepsWhatWasPutLast() {
        var store = new RootStore(data);
        store.put(SHOP, Path.of("/a"));
        store.put(SHOP, Path.of("/b c/ü"));
        assertThat(new RootStore(data).all()).isEqualTo(Map.of(SHOP, Path.of("/b c/ü")));
    }

    @Test
    void forgetsWhatWasRemovedAndLeavesNothing() throws IOException {
        var store = new RootStore(data);
        store.put(SHOP, Path.of("/a"));
        Files.createDirectories(data.resolve("shop/index/build-1/x"));
        store.forget(SHOP);
        store.forget(SHOP);
        assertThat(store.all()).isEmpty();
        store.remove(SHOP);
        store.remove(SHOP);
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void passesOverWhatIsNoWorkspace() throws IOException {
        Files.writeString(data.resolve("a-file"), "x");
        Files.createDirectories(data.resolve("empty"));
        Path odd = Files.createDirectories(data.resolve("Not An Id"));
        Files.writeString(odd.resolve("root"), "/a");
        Path broken = Files.createDirectories(data.resolve("broken"));
        Files.write(broken.resolve("root"), new byte[] {(byte) 0xFF, (byte) 0xC0});
        var store = new RootStore(data);
        store.put(SHOP, Path.of("/a"));
        assertThat(store.all()).containsOnlyKeys(SHOP);
    }

    @Test
    void saysDiskFullWhereItCannotWriteAndLeavesNoDraft() throws IOException {
        Files.writeString(data.resolve("shop"), "a file where the folder should be");
        assertDiskFull(SHOP);
        Path folder = Files.createDirectories(data.resolve("taken"));
        Files.createDirectories(folder.resolve("root/is-a-folder"));
        assertDiskFull(new WorkspaceId("taken"));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    private void assertDiskFull(WorkspaceId id) {
        assertThatThrownBy(() -> new RootStore(data).put(id, Path.of("/a")))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.DISK_FULL));
    }
}
