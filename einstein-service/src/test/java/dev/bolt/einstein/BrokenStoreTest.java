package dev.bolt.einstein;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.einstein.SimilarFile;
import dev.bolt.api.vitals.ServiceStatusApi;
import dev.bolt.platform.home.BoltHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service whose database is no database: it stays, answers by words, and says what to do. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BrokenStoreTest extends ServiceCalls {
    @TempDir
    static Path home;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createDirectories(new BoltHome(home).data("einstein"));
        Files.write(folder.resolve("einstein.duckdb"), new byte[8192]);
        registry.add("bolt.home", home::toString);
    }

    @Test
    void answersByWordsAndSaysToMoveTheFileAway() {
        var id = new WorkspaceId("shop");
        Shop.copyTo(workspace);
        build(id);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(client(ServiceStatusApi.class)
                                .status()
                                .details()
                                .get("store"))
                        .startsWith("failed: ")
                        .contains("einstein.duckdb", "cannot be opened; move it away"));
        assertThat(ask(id, "refund a payment", null).files())
                .extracting(SimilarFile::path)
                .first()
                .isEqualTo("shop/payments.py");
        assertThat(until(id, status -> status.message().startsWith("words are ready; no vectors"))
                        .message())
                .contains("move it away");
        indexes().drop(id);
    }
}
