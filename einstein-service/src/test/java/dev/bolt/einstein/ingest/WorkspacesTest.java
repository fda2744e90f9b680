package dev.bolt.einstein.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.einstein.SimilarityMode;
import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.index.IndexStatus;
import dev.bolt.einstein.Shop;
import dev.bolt.einstein.embed.Embedder;
import dev.bolt.einstein.store.VectorStore;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

class WorkspacesTest extends Ingestion {
    /** Of a DuckDB file: one of the file and two of its state, 4 KB each. */
    private static final int HEADERS = 3 * 4096;

    @Test
    void takesUpAfterARestartWhereItStopped() throws Exception {
        Shop.copyTo(root);
        build(start(settings(true)), 1.0);
        int made = embedded.get();
        assertThat(made).isPositive();
        closeAll();

        House again = start(settings(true));
        again.workspaces().restore();
        IndexStatus status = until(again, now -> now.share() == 1.0);
        assertThat(status.state()).isEqualTo(IndexState.READY);
        assertThat(status.filesDone()).isEqualTo(Shop.FILES);
        assertThat(embedded).hasValue(made);
    }

    @Test
    void readsChangedFilesOnlyAndEmbedsNewChunksOnly() throws Exception {
        Shop.copyTo(root);
        House house = start(settings(true));
        build(house, 1.0);
        int made = embedded.get();
        Files.writeString(root.resolve("shop/new.py"), "def new_one():\n    return 1\n");
        Files.move(root.resolve("shop/money.py"), root.resolve("money.py"));
        build(house, 1.0);
        assertThat(embedded).hasValue(made + 1);
        assertThat(house.workspaces().get(SHOP).lexical().files())
                .containsKeys("money.py")
                .doesNotContainKey("shop/money.py");
    }

    @Test
    void answersByWordsAloneWithoutTheNativeParts() throws Exception {
        Shop.copyTo(root);
        House house = start(
                settings(true),
                new Late<Embedder>(() -> {
                    throw new IllegalStateException("no library for this machine");
                }),
                new Late<>(() -> VectorStore.open(data, store())));
        build(house, 0);
        await().untilAsserted(() ->
                assertThat(house.workspaces().status(SHOP).message()).startsWith("words are ready; no vectors:"));
        var answer = house.searcher().similar(new SimilarityQuery(SHOP, "refund", null, 5));
        assertThat(answer.files()).isNotEmpty();
        assertThat(answer.chunks().getFirst().sources()).containsOnlyKeys("lexical");
        assertThat(house.engines().embedder().word(Embedder::model)).isEqualTo("failed: no library for this machine");
        var refused = catchThrowableOfType(
                ProblemException.class,
                () -> house.searcher().similar(new SimilarityQuery(SHOP, "refund", SimilarityMode.SEMANTIC, 5)));
        assertThat(refused.problem()).isEqualTo(Problem.SERVICE_UNAVAILABLE);
    }

    @Test
    void answersByWordsWithABrokenDatabaseAndGoesOnWhenItIsMovedAway() throws Exception {
        Shop.copyTo(root);
        build(start(settings(true)), 1.0);
        closeAll();
        Path database = data.resolve("einstein.duckdb");
        byte[] bytes = Files.readAllBytes(database);
        Arrays.fill(bytes, HEADERS, bytes.length, (byte) 42);
        Files.write(database, bytes);

        House broken = start(settings(true));
        broken.workspaces().restore();
        assertThat(until(broken, now -> now.message().startsWith("words are ready; no vectors"))
                        .message())
                .contains("einstein.duckdb cannot be opened; move it away, and it is made again");
        assertThat(files(broken, "refund")).isNotEmpty();
        closeAll();

        Files.delete(database);
        House again = start(settings(true));
        again.workspaces().restore();
        until(again, now -> now.share() == 1.0);
    }

    @Test
    void embedsTheBestCandidatesOfAQuestionWhenTheBackgroundIsOffAndKeepsThem() throws Exception {
        Shop.copyTo(root);
        House house = start(settings(false));
        build(house, 0);
        assertThat(embedded).hasValue(0);
        house.searcher().similar(new SimilarityQuery(SHOP, "refund", null, 5));
        assertThat(embedded.get()).isGreaterThan(1);
        var store = house.engines().store().await().orElseThrow();
        await().untilAsserted(() ->
                assertThat(store.countEmbedded("shop", "counting")).isEqualTo(embedded.get() - 1));
    }

    @Test
    void saysThatTheDiskIsFullAndLeavesNothingHalfDone() throws Exception {
        House house =
                start(new IngestProperties(true, 2, 1, 1, DataSize.ofMegabytes(2), DataSize.ofTerabytes(1 << 20)));
        house.workspaces().build(SHOP, root.toString());
        IndexStatus status = until(house, now -> now.state() == IndexState.FAILED);
        assertThat(status.message()).startsWith("The disk is full (DISK_FULL)");
        assertThat(house.searcher()
                        .similar(new SimilarityQuery(SHOP, "anything", null, 5))
                        .files())
                .isEmpty();
    }

    @Test
    void leavesOutFilesThatAreTooLongOrBinary() throws Exception {
        Files.writeString(root.resolve("long.py"), "x = 1\n".repeat(1000));
        Files.write(root.resolve("binary.py"), new byte[] {1, 0, 2});
        Files.write(root.resolve("broken.py"), new byte[] {'a', (byte) 0xff, '\n'});
        House house = start(new IngestProperties(true, 2, 1, 1, DataSize.ofKilobytes(2), DataSize.ofBytes(0)));
        build(house, 1.0);
        IndexStatus status = house.workspaces().status(SHOP);
        assertThat(status.filesDone()).isEqualTo(1);
        assertThat(status.filesSkipped()).isEqualTo(2);
    }

    @Test
    void beginsAnewOverAnotherRootAndOverABrokenIndex() throws Exception {
        Shop.copyTo(root);
        House house = start(settings(true));
        build(house, 1.0);
        Path other = Files.createDirectory(root.resolve("docs/other"));
        Files.writeString(other.resolve("a.py"), "def only_one(): pass");
        house.workspaces().build(SHOP, other.toString());
        until(house, now -> now.state() == IndexState.READY && now.filesDone() == 1);
        closeAll();

        try (var files = Files.list(data.resolve("shop/lexical"))) {
            Path commit = files.filter(file -> file.getFileName().toString().startsWith("segments_"))
                    .findFirst()
                    .orElseThrow();
            Files.write(commit, new byte[100]);
        }
        House again = start(settings(true));
        build(again, 1.0);
        assertThat(again.workspaces().status(SHOP).filesDone()).isEqualTo(Shop.FILES + 1);
    }

    @Test
    void stopsWhatIsUnderWayWhenDropped() throws Exception {
        for (int i = 0; i < 300; i++) {
            Files.writeString(root.resolve("f" + i + ".py"), "def f%d():\n    return %d\n".formatted(i, i));
        }
        House house = start(new IngestProperties(true, 2, 0.05, 1, DataSize.ofMegabytes(2), DataSize.ofBytes(0)));
        house.workspaces().build(SHOP, root.toString());
        house.workspaces().drop(SHOP);
        assertThat(data.resolve("shop")).doesNotExist();
        var gone = catchThrowableOfType(
                ProblemException.class, () -> house.workspaces().status(SHOP));
        assertThat(gone.problem()).isEqualTo(Problem.WORKSPACE_NOT_FOUND);
    }

    @Test
    void buildsAgainAfterTheDiskFailedUnderIt() throws Exception {
        Shop.copyTo(root);
        House house = start(settings(false));
        build(house, 0);
        Files.writeString(root.resolve("new.py"), "def walnut(): pass");
        FileSystemUtils.deleteRecursively(data.resolve("shop/lexical"));
        house.workspaces().build(SHOP, root.toString());
        until(house, now -> now.state() == IndexState.FAILED);
        build(house, 0);
        assertThat(files(house, "walnut")).containsExactly("new.py");
        assertThat(files(house, "refund")).isNotEmpty();
    }

    @Test
    void saysThatAnotherProcessHoldsTheIndexAndAnswersWhenItIsGone() throws Exception {
        Shop.copyTo(root);
        House first = start(settings(false));
        build(first, 0);
        House second = start(settings(false));
        var refused = catchThrowableOfType(
                ProblemException.class, () -> second.workspaces().build(SHOP, root.toString()));
        assertThat(refused.problem()).isEqualTo(Problem.CONFLICT);
        assertThat(refused.detail()).contains("Another process holds the index of shop");
        first.workspaces().close();
        build(second, 0);
        assertThat(files(second, "refund")).isNotEmpty();
    }

    @Test
    void refusesSettingsOutOfTheirRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IngestProperties(true, 2, 1, 1, DataSize.ofBytes(1), DataSize.ofBytes(0)));
        assertThat(new IngestProperties(true, 2, 1, 0, DataSize.ofMegabytes(1), DataSize.ofBytes(0)).threadsFor(2))
                .isEqualTo(2);
        var chosen = new IngestProperties(true, 0, 1, 0, DataSize.ofMegabytes(1), DataSize.ofBytes(0));
        assertThat(chosen.backgroundThreadsFor(1)).isOne();
        assertThat(chosen.backgroundThreadsFor(2)).isEqualTo(2);
        assertThat(chosen.backgroundThreadsFor(12)).isEqualTo(6);
        assertThat(chosen.backgroundThreadsFor(64)).isEqualTo(8);
    }

    @Test
    void embedsInTheBackgroundOnAsManyThreadsAsTheSettingSays() throws Exception {
        bananas(100);
        company = new CountDownLatch(2);
        build(start(settings(true)), 1.0);
        assertThat(embedders).hasSize(2).allMatch(name -> name.startsWith("embed-background-"));
    }
}
