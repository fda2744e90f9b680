package dev.bolt.search.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.index.IndexStatus;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.watch.TreeWatch;
import dev.bolt.search.SampleTree;
import dev.bolt.search.index.IndexBuild;
import dev.bolt.search.lease.IndexRoom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalog with an index behind it. */
class IndexJobTest {
    private static final WorkspaceId SHOP = new WorkspaceId("shop");

    @TempDir
    Path directory;

    private final ExecutorService jobs = Executors.newSingleThreadExecutor();
    private final ExecutorService packers = Executors.newFixedThreadPool(2);
    private WorkspaceCatalog catalog;
    private Path data;
    private Path root;

    @BeforeEach
    void makesAWorkspace() throws IOException {
        assumeTrue(TreeWatch.supported(), "the kernel tells no changes here");
        data = Files.createDirectories(directory.resolve("data"));
        root = SampleTree.in(directory.resolve("tree"));
        catalog = catalog();
    }

    @AfterEach
    void closes() {
        if (catalog != null) {
            catalog.close();
        }
        jobs.shutdownNow();
        packers.shutdownNow();
    }

    @Test
    void indexesInTheBackgroundAndSaysWhen() {
        catalog.build(SHOP, root.toString());
        IndexStatus ready = ready();
        assertThat(ready.filesTotal()).isGreaterThan(15);
        assertThat(ready.filesSkipped()).isEqualTo(1);
        assertThat(catalog.index(SHOP, Deadline.NONE)).isPresent();
        assertThat(catalog.indexed()).isEqualTo(1);
    }

    @Test
    void opensItsIndexAfterARestart() {
        catalog.build(SHOP, root.toString());
        ready();
        catalog.close();
        catalog = catalog();
        ready();
        assertThat(catalog.index(SHOP, Deadline.NONE)).isPresent();
    }

    @Test
    void countsWhereTheIndexCannotBeWritten() throws IOException {
        Files.createDirectories(data.resolve("shop"));
        Files.writeString(data.resolve("shop/index"), "a file where the folder should be");
        catalog.build(SHOP, root.toString());
        assertThat(ready().filesTotal()).isGreaterThan(15);
        assertThat(catalog.index(SHOP, Deadline.NONE)).isEmpty();
        assertThat(catalog.indexed()).isZero();
    }

    @Test
    void saysReadyWithoutAnIndexWhereNothingCanBeWatched() throws Exception {
        var begin = new CountDownLatch(1);
        jobs.submit(() -> begin.await(1, TimeUnit.MINUTES));
        catalog.build(SHOP, root.toString());
        Set<PosixFilePermission> before = Files.getPosixFilePermissions(root);
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("--x--x--x"));
        try {
            assumeFalse(Files.isReadable(root), "root reads what nobody may");
            begin.countDown();
            ready();
            assertThat(catalog.index(SHOP, Deadline.NONE)).isEmpty();
            assertThat(catalog.indexed()).isZero();
        } finally {
            Files.setPosixFilePermissions(root, before);
        }
    }

    @Test
    void leavesNothingOfWhatIsDroppedWhileItIsIndexed() throws IOException {
        for (int i = 0; i < 5; i++) {
            catalog.build(SHOP, root.toString());
            catalog.drop(SHOP);
        }
        Awaitility.await().until(() -> Files.notExists(data.resolve("shop")));
        catalog.build(SHOP, root.toString());
        assertThat(ready().state()).isEqualTo(IndexState.READY);
        assertThat(catalog.index(SHOP, Deadline.NONE)).isPresent();
    }

    private IndexStatus ready() {
        Awaitility.await().until(() -> catalog.get(SHOP).status().state() == IndexState.READY);
        return catalog.get(SHOP).status();
    }

    private WorkspaceCatalog catalog() {
        var build = new IndexBuild(packers, 2, InstantSource.system());
        return new WorkspaceCatalog(data, InstantSource.system(), jobs, Optional.of(build), IndexRoom.unbounded());
    }
}
