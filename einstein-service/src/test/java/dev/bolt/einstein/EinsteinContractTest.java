package dev.bolt.einstein;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.einstein.SimilarChunk;
import dev.bolt.api.einstein.SimilarFile;
import dev.bolt.api.einstein.SimilarityMode;
import dev.bolt.api.einstein.SimilarityResult;
import dev.bolt.api.index.IndexRequest;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.index.IndexStatus;
import dev.bolt.api.vitals.ServiceStatusApi;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.home.BoltHome;
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

/** The service as its callers see it: HTTP, the real model, the real database. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class EinsteinContractTest extends ServiceCalls {
    @TempDir
    static Path home;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("bolt.home", home::toString);
        registry.add("bolt.einstein.ingest.background-share", () -> "1.0");
    }

    @Test
    void indexesAWorkspaceAndAnswersByWordsMeaningAndBoth() {
        var id = new WorkspaceId("shop");
        Shop.copyTo(workspace);
        indexes().build(id, new IndexRequest(workspace.toString()));
        IndexStatus status = until(id, now -> now.message().equals("complete"));
        assertThat(status.state()).isEqualTo(IndexState.READY);
        assertThat(status.filesDone()).isEqualTo(Shop.FILES);
        assertThat(status.share()).isEqualTo(1);

        SimilarityResult words = ask(id, "refund a payment", SimilarityMode.LEXICAL);
        assertThat(words.files()).extracting(SimilarFile::path).first().isEqualTo("shop/payments.py");
        assertThat(words.chunks()).extracting(SimilarChunk::symbol).first().isEqualTo("PaymentProcessor.refund");
        assertThat(words.knownTermShare()).isEqualTo(1);

        SimilarityResult meaning = ask(id, "log out people who were idle too long", SimilarityMode.SEMANTIC);
        assertThat(meaning.chunks())
                .extracting(chunk -> chunk.span().path())
                .first()
                .isEqualTo("shop/session.py");
        assertThat(meaning.files()).isEmpty();

        SimilarityResult both = ask(id, "wait between attempts after a failure", null);
        assertThat(both.chunks()).extracting(SimilarChunk::symbol).first().isEqualTo("PaymentProcessor._back_off");
        assertThat(both.chunks().getFirst().sources()).containsOnlyKeys("lexical", "semantic");
        assertThat(both.embeddedShare()).isEqualTo(1);
        assertThat(both.freshness().filesBehind()).isZero();
        indexes().drop(id);
    }

    @Test
    void followsEditsAndForgetsWhatIsDeleted() throws IOException {
        var id = new WorkspaceId("edits");
        Files.writeString(workspace.resolve("a.py"), "def peel_banana():\n    return 1\n");
        Files.writeString(workspace.resolve("b.py"), "def crack_walnut():\n    return 2\n");
        build(id);
        assertThat(ask(id, "walnut", SimilarityMode.LEXICAL).files()).hasSize(1);

        Files.delete(workspace.resolve("b.py"));
        Files.writeString(workspace.resolve("a.py"), "def peel_mandarin():\n    return 11\n");
        build(id);

        assertThat(ask(id, "walnut", SimilarityMode.LEXICAL).files()).isEmpty();
        assertThat(ask(id, "banana", SimilarityMode.LEXICAL).files()).isEmpty();
        assertThat(ask(id, "mandarin", SimilarityMode.LEXICAL).files()).hasSize(1);
        indexes().drop(id);
    }

    @Test
    void refusesWhatItCannotAnswer() {
        var unknown = new WorkspaceId("unknown");
        assertThat(problem(() -> ask(unknown, "anything", null))).isEqualTo(Problem.WORKSPACE_NOT_FOUND);
        assertThat(problem(() -> indexes().status(unknown))).isEqualTo(Problem.WORKSPACE_NOT_FOUND);
        assertThat(problem(() -> ask(unknown, " ", null))).isEqualTo(Problem.BAD_REQUEST);
        assertThat(problem(() -> indexes()
                        .build(unknown, new IndexRequest(workspace.resolve("no").toString()))))
                .isEqualTo(Problem.WORKSPACE_UNREADABLE);
        indexes().drop(unknown);
    }

    @Test
    void answersInAnEmptyWorkspace() {
        var id = new WorkspaceId("empty");
        IndexStatus status = build(id);
        assertThat(status.filesDone()).isZero();
        SimilarityResult result = ask(id, "anything", null);
        assertThat(result.chunks()).isEmpty();
        assertThat(result.files()).isEmpty();
        assertThat(result.knownTermShare()).isZero();
        indexes().drop(id);
    }

    @Test
    void stopsAtTheDeadline() {
        var id = new WorkspaceId("late");
        Shop.copyTo(workspace);
        build(id);
        var expired = Deadline.after(Duration.ZERO);
        assertThat(problem(() -> expired.run(() -> ask(id, "refund", null)))).isEqualTo(Problem.DEADLINE_EXCEEDED);
        indexes().drop(id);
    }

    @Test
    void dropsFilesOfAnIndex() {
        var id = new WorkspaceId("dropped");
        build(id);
        Path folder = new BoltHome(home).data("einstein").resolve("dropped");
        assertThat(folder).exists();
        indexes().drop(id);
        assertThat(folder).doesNotExist();
        assertThat(problem(() -> indexes().status(id))).isEqualTo(Problem.WORKSPACE_NOT_FOUND);
    }

    @Test
    void saysWhatItWorksWith() {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(
                                client(ServiceStatusApi.class).status().details())
                        .containsEntry("model", "bge-small-en-v1.5 int8, 256 tokens")
                        .containsEntry("store", "DuckDB")
                        .containsKeys("accelerator", "filling")
                        .hasEntrySatisfying(
                                "product",
                                told -> assertThat(told)
                                        .matches("cpu, float32: [0-9.]+ ms for 1000 x 1000 of 384 dimensions")));
    }
}
