package dev.bolt.analysis.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bolt.analysis.SampleWorkspace;
import dev.bolt.analysis.finding.FindingProperties;
import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class IndexesTest {
    private static final WorkspaceId ID = new WorkspaceId("sample");

    @TempDir
    Path root;

    @TempDir
    Path data;

    private Indexes indexes(long maxFileBytes) {
        return new Indexes(
                data,
                new FileAnalyzer(new FindingProperties(10, 100, 7, 30, 15, 5, 10, Set.of()), InstantSource.system()),
                new IngestProperties(2, DataSize.ofGigabytes(1), DataSize.ofBytes(maxFileBytes)),
                InstantSource.system());
    }

    private static void ready(Indexes indexes) {
        await().until(() -> indexes.status(ID).state() == IndexState.READY);
    }

    @Test
    void knowsItsWorkspacesAfterARestart() throws Exception {
        SampleWorkspace.in(root);
        try (Indexes indexes = indexes(1_000_000)) {
            indexes.build(ID, root.toString());
            ready(indexes);
        }
        try (Indexes indexes = indexes(1_000_000)) {
            indexes.restore();
            ready(indexes);
            assertThat(indexes.index(ID).model().files()).containsKey("src/shop/cart.py");
        }
    }

    @Test
    void parsesOnlyWhatChanged() throws Exception {
        SampleWorkspace.in(root);
        try (Indexes indexes = indexes(1_000_000)) {
            indexes.build(ID, root.toString());
            ready(indexes);
            var before = indexes.index(ID).model().files();
            Files.writeString(root.resolve("broken.py"), "def mended(): pass\n");
            indexes.build(ID, root.toString());
            ready(indexes);
            var after = indexes.index(ID).model().files();
            assertThat(after.get("src/shop/cart.py").model())
                    .isSameAs(before.get("src/shop/cart.py").model());
            assertThat(after.get("broken.py").findings()).isEmpty();
        }
    }

    @Test
    void countsFilesThatAreTooLargeOrBinaryAsSkipped() throws Exception {
        Files.writeString(root.resolve("large.py"), "x = 1\n".repeat(1000));
        Files.writeString(root.resolve("binary.py"), "x = '\0'\n");
        Files.writeString(root.resolve("small.py"), "x = 1\n");
        try (Indexes indexes = indexes(1000)) {
            indexes.build(ID, root.toString());
            ready(indexes);
            assertThat(indexes.index(ID).model().files()).containsOnlyKeys("small.py");
            assertThat(indexes.status(ID).filesSkipped()).isEqualTo(2);
        }
    }

    @Test
    void anImportThatAnotherFileTakesIsNotUnused() throws Exception {
        Files.writeString(root.resolve("compat.py"), "from collections import OrderedDict, deque\n");
        Files.writeString(root.resolve("user.py"), "from compat import OrderedDict\nOrderedDict()\n");
        try (Indexes indexes = indexes(1000)) {
            indexes.build(ID, root.toString());
            ready(indexes);
            var model = indexes.index(ID).model();
            assertThat(model.findings(model.files().get("compat.py")))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.message()).contains("'deque'"));
        }
    }

    @Test
    void isReadyAtOnceForAnEmptyWorkspace() {
        try (Indexes indexes = indexes(1000)) {
            indexes.build(ID, root.toString());
            ready(indexes);
            assertThat(indexes.status(ID).share()).isEqualTo(1);
        }
    }

    @Test
    void saysWhyABuildFailed() throws Exception {
        Path gone = Files.createDirectory(root.resolve("gone"));
        try (Indexes indexes = indexes(1000)) {
            indexes.build(ID, gone.toString());
            ready(indexes);
        }
        Files.delete(gone);
        try (Indexes indexes = indexes(1000)) {
            indexes.restore();
            await().until(() -> indexes.status(ID).state() == IndexState.FAILED);
            assertThat(indexes.status(ID).message()).contains("gone");
        }
    }

    @Test
    void startsAnewForAnotherRoot() throws Exception {
        Path one = Files.createDirectory(root.resolve("one"));
        Path two = Files.createDirectory(root.resolve("two"));
        Files.writeString(one.resolve("a.py"), "");
        Files.writeString(two.resolve("b.py"), "");
        try (Indexes indexes = indexes(1000)) {
            indexes.build(ID, one.toString());
            indexes.build(ID, two.toString());
            ready(indexes);
            assertThat(indexes.index(ID).model().files()).containsOnlyKeys("b.py");
        }
    }

    @Test
    void filesOfAnotherRootAreReadHoweverAlikeTheyLook() throws Exception {
        Path one = Files.createDirectory(root.resolve("one"));
        Path two = Files.createDirectory(root.resolve("two"));
        Files.writeString(one.resolve("a.py"), "def one(): pass\n");
        Files.writeString(two.resolve("a.py"), "def two(): pass\n");
        Files.setLastModifiedTime(one.resolve("a.py"), FileTime.fromMillis(1_000_000));
        Files.setLastModifiedTime(two.resolve("a.py"), FileTime.fromMillis(1_000_000));
        Thread.sleep(150); // so that they count as settled
        try (Indexes indexes = indexes(1000)) {
            indexes.build(ID, one.toString());
            ready(indexes);
            await().until(() -> Files.exists(data.resolve(ID.value()).resolve(SavedModel.FILE)));
            indexes.build(ID, two.toString());
            ready(indexes);
            assertThat(indexes.index(ID).model().defining("two")).hasSize(1);
        }
    }

    @Test
    void aRootMayEndInWhiteSpace() throws Exception {
        Path odd = Files.createDirectory(root.resolve("odd \n"));
        Files.writeString(odd.resolve("a.py"), "");
        try (Indexes indexes = indexes(1000)) {
            indexes.build(ID, odd.toString());
            ready(indexes);
        }
        try (Indexes indexes = indexes(1000)) {
            indexes.restore();
            ready(indexes);
            assertThat(indexes.index(ID).model().files()).containsOnlyKeys("a.py");
        }
    }

    @Test
    void whatCannotBeTakenUpForgetsNoOtherWorkspace() throws Exception {
        for (String id : List.of("Broken", "a", "z")) {
            Path folder = Files.createDirectory(data.resolve(id));
            Files.writeString(folder.resolve("root"), id.equals("Broken") ? "\0" : root.toString());
        }
        assertThat(new SavedRoots(data).all()).containsOnlyKeys(new WorkspaceId("a"), new WorkspaceId("z"));
    }

    @Test
    void usesAsManyThreadsAsToldAndAtMostEightByItself() {
        assertThat(new IngestProperties(3, DataSize.ofGigabytes(1), DataSize.ofBytes(1)).threads())
                .isEqualTo(3);
        assertThat(new IngestProperties(0, DataSize.ofGigabytes(1), DataSize.ofBytes(1)).threads())
                .isBetween(1, 8);
    }
}
