package dev.bolt.einstein;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.einstein.SimilarFile;
import dev.bolt.api.einstein.SimilarityMode;
import dev.bolt.api.vitals.ServiceStatusApi;
import dev.bolt.platform.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service whose model's folder is broken: it stays, answers by words, and says what to do. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BrokenModelTest extends ServiceCalls {
    @TempDir
    static Path home;

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        Files.write(folder.resolve("model.onnx"), new byte[2000]);
        Files.writeString(folder.resolve("tokenizer.json"), "{}");
        registry.add("bolt.home", home::toString);
        registry.add("bolt.einstein.embed.model", folder::toString);
    }

    @Test
    void answersByWordsAndSaysWhatIsWrongWithTheFolder() {
        var id = new WorkspaceId("shop");
        Shop.copyTo(workspace);
        build(id);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(client(ServiceStatusApi.class)
                                .status()
                                .details()
                                .get("model"))
                        .startsWith("failed: " + folder)
                        .contains("Mend the folder", "bolt.einstein.embed.model"));
        assertThat(ask(id, "refund a payment", null).files())
                .extracting(SimilarFile::path)
                .first()
                .isEqualTo("shop/payments.py");
        assertThat(problem(() -> ask(id, "refund", SimilarityMode.SEMANTIC))).isEqualTo(Problem.SERVICE_UNAVAILABLE);
        indexes().drop(id);
    }
}
