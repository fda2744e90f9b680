package dev.bolt.einstein;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.einstein.SimilarityApi;
import dev.bolt.api.einstein.SimilarityMode;
import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.api.einstein.SimilarityResult;
import dev.bolt.api.index.IndexRequest;
import dev.bolt.einstein.embed.TinyModel;
import dev.bolt.platform.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** As many answers as are asked for, and lines as long as files, through the service's own face. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LimitTest extends ServiceCalls {
    private static final int FUNCTIONS = 600;

    @TempDir
    static Path home;

    @TempDir
    static Path model;

    private final WorkspaceId id = new WorkspaceId("many");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        registry.add("bolt.home", home::toString);
        registry.add("bolt.einstein.embed.model", TinyModel.ofTokens(16).in(model)::toString);
        registry.add("bolt.einstein.ingest.background-share", () -> "1.0");
        registry.add("bolt.einstein.ingest.max-file", () -> "16MB");
    }

    @AfterEach
    void drop() {
        indexes().drop(id);
    }

    @Test
    void answersAsManyAsAreAskedForInEveryMode() throws IOException {
        Files.writeString(
                workspace.resolve("nuts.py"),
                IntStream.range(0, FUNCTIONS)
                        .mapToObj("def peel_%1$d_a():\n    return crack(banana, walnut_%1$d, q%1$d)\n"::formatted)
                        .collect(Collectors.joining("\n")));
        embedded();
        for (SimilarityMode mode : SimilarityMode.values()) {
            for (int limit : new int[] {7, 130, 500}) {
                assertThat(ask(mode, limit).chunks()).as(mode.name()).hasSize(limit);
            }
            assertThat(problem(() -> ask(mode, 501))).isEqualTo(Problem.BAD_REQUEST);
        }
    }

    @Test
    void readsALineOf10MegabytesIfFilesMayBeAsLong() throws IOException {
        Files.writeString(workspace.resolve("line.py"), "x = '" + "peel a banana ".repeat(750_000) + "walnut'");
        Files.writeString(workspace.resolve("short.py"), "def crack(): pass");
        assertThat(build(id).filesDone()).isEqualTo(2);
        assertThat(ask(id, "walnut", SimilarityMode.LEXICAL).chunks())
                .first()
                .satisfies(chunk -> assertThat(chunk.span().path()).isEqualTo("line.py"));
        assertThat(ask(id, "crack", null).chunks())
                .first()
                .satisfies(chunk -> assertThat(chunk.span().path()).isEqualTo("short.py"));
    }

    private void embedded() {
        indexes().build(id, new IndexRequest(workspace.toString()));
        until(id, now -> now.message().equals("complete"));
    }

    private SimilarityResult ask(SimilarityMode mode, int limit) {
        return client(SimilarityApi.class).similar(new SimilarityQuery(id, "peel a banana", mode, limit));
    }
}
