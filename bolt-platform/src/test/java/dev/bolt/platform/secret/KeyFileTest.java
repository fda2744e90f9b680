package dev.bolt.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.platform.home.BoltHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    Path directory;

    @Test
    void makesAKeyThatOnlyTheOwnerCanRead() throws IOException {
        Path file = directory.resolve("deep/down/secret");

        String key = KeyFile.readOrMake(file);

        assertThat(key).matches("[0-9a-f]{64}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(KeyFile.readOrMake(file)).isEqualTo(key);
        try (var left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void givesAllWhoAskAtOnceTheSameKey() throws Exception {
        Path file = directory.resolve("secret");
        int many = 8;
        var together = new CyclicBarrier(many);
        Callable<String> ask = () -> {
            together.await();
            return KeyFile.readOrMake(file);
        };
        try (var executor = Executors.newFixedThreadPool(many)) {
            var keys = executor.invokeAll(
                    IntStream.range(0, many).mapToObj(_ -> ask).toList());
            assertThat(keys.stream().map(future -> future.resultNow()).distinct())
                    .hasSize(1);
        }
    }

    @Test
    void refusesAFileThatOthersCanReadOrThatHoldsNoKey() throws IOException {
        Path open = directory.resolve("open");
        KeyFile.readOrMake(open);
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> KeyFile.readOrMake(open))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("chmod 600");

        Path empty = directory.resolve("empty");
        Files.createFile(empty, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        assertThatThrownBy(() -> KeyFile.readOrMake(empty)).hasMessageContaining("holds no key");
    }

    @Test
    void keepsTheSecretOutOfLogs() {
        InternalSecret secret = InternalSecret.of(new BoltHome(directory));
        assertThat(secret.toString()).doesNotContain(secret.value());
        assertThat(secret.matches(secret.value())).isTrue();
        assertThat(secret.matches(secret.value() + "0")).isFalse();
        assertThat(secret.matches(null)).isFalse();
    }
}
