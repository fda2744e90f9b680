package dev.bolt.analysis.ingest;

import static dev.bolt.analysis.OpenIndexes.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.bolt.analysis.OpenIndexes;
import dev.bolt.api.analysis.Dependency;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexState;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a workspace goes through after its first build. */
class IndexLifeTest {
    private static final int MANY = 700;

    @TempDir
    Path root;

    @TempDir
    Path data;

    @Test
    void anEditMovesDefinitionsAndImports() throws Exception {
        OpenIndexes.write(root, Map.of("a.py", "import b\ndef old(): pass\n", "b.py", "", "c.py", ""));
        try (var open = OpenIndexes.in(data)) {
            open.built(root);
            Files.writeString(root.resolve("a.py"), "import c\ndef renamed(): pass\n");
            CodeModel model = open.built(root);
            assertThat(names(model, "a.py")).containsExactly("a", "renamed");
            assertThat(model.graph().dependents("b.py")).isEmpty();
            assertThat(model.graph().dependents("c.py"))
                    .extracting(Dependency::from)
                    .containsExactly("a.py");
        }
    }

    @Test
    void aDeletedFileLeavesNeitherDefinitionsNorEdges() throws Exception {
        OpenIndexes.write(root, Map.of("a.py", "import b\n", "b.py", "import a\n"));
        try (var open = OpenIndexes.in(data)) {
            assertThat(open.built(root).graph().cycles()).hasSize(1);
            Files.delete(root.resolve("b.py"));
            CodeModel model = open.built(root);
            assertThat(model.files()).containsOnlyKeys("a.py");
            assertThat(model.graph().cycles()).isEmpty();
            assertThat(model.graph().dependencies("a.py"))
                    .extracting(Dependency::to)
                    .containsOnlyNulls();
        }
    }

    @Test
    void aMovedFileIsFoundAtItsNewPlace() throws Exception {
        OpenIndexes.write(root, Map.of("old/a.py", "def f(): pass\n", "main.py", "from new.a import f\n"));
        try (var open = OpenIndexes.in(data)) {
            open.built(root);
            Files.createDirectory(root.resolve("new"));
            Files.move(root.resolve("old/a.py"), root.resolve("new/a.py"));
            CodeModel model = open.built(root);
            assertThat(model.files()).containsOnlyKeys("main.py", "new/a.py");
            assertThat(model.graph().dependencies("main.py"))
                    .extracting(Dependency::to)
                    .containsExactly("new/a.py");
        }
    }

    @Test
    void isReadyOnlyOnceEveryFileIsInTheModel() throws Exception {
        many();
        try (var open = OpenIndexes.in(data)) {
            open.indexes().build(ID, root.toString());
            WorkspaceIndex index = open.indexes().index(ID);
            while (true) {
                var status = index.status();
                int files = index.model().files().size();
                assertThat(status.share()).isBetween(0.0, 1.0);
                assertThat(status.filesDone()).isLessThanOrEqualTo(Math.max(MANY, status.filesTotal()));
                if (status.state() == IndexState.READY) {
                    assertThat(files).isEqualTo(MANY);
                    assertThat(status.filesDone()).isEqualTo(MANY);
                    assertThat(index.freshness().filesBehind()).isZero();
                    break;
                }
                assertThat(status.asOf()).isNull();
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void answersFromTheOldModelWhileTheNextIsBuilt() throws Exception {
        many();
        try (var open = OpenIndexes.in(data)) {
            open.built(root);
            for (int i = 0; i < MANY; i++) {
                Files.writeString(root.resolve("m%03d.py".formatted(i)), "def later(): pass\n");
            }
            open.indexes().build(ID, root.toString());
            WorkspaceIndex index = open.indexes().index(ID);
            while (index.building()) {
                assertThat(index.model().files()).hasSize(MANY);
            }
            assertThat(names(open.ready(), "m000.py")).containsExactly("m000", "later");
        }
    }

    @Test
    void aDropDuringABuildEndsItAndForgets() throws Exception {
        many();
        try (var open = OpenIndexes.in(data)) {
            open.indexes().build(ID, root.toString());
            WorkspaceIndex index = open.indexes().index(ID);
            open.indexes().drop(ID);
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> open.indexes().status(ID))
                    .satisfies(gone -> assertThat(gone.problem()).isEqualTo(Problem.WORKSPACE_NOT_FOUND));
            assertThat(data).isEmptyDirectory();
            assertThat(open.indexes().count()).isZero();
            assertThat(open.built(root).files()).hasSize(MANY);
            assertThat(index.dropped()).isTrue();
            assertThat(open.indexes().index(ID)).isNotSameAs(index);
        }
    }

    @Test
    void whatIsWrittenComesAndGoesDuringABuildIsInTheNextAnswer() throws Exception {
        many();
        try (var open = OpenIndexes.in(data)) {
            open.indexes().build(ID, root.toString());
            for (int i = 0; open.indexes().index(ID).building(); i++) {
                Files.writeString(root.resolve("m000.py"), "def edit_%d(): pass\n".formatted(i));
                Files.writeString(root.resolve("come_%d.py".formatted(i % 20)), "def come(): pass\n");
                Files.deleteIfExists(root.resolve("m%03d.py".formatted(MANY - 1 - i % 20)));
            }
            Files.writeString(root.resolve("m000.py"), "def last(): pass\n");
            Files.writeString(root.resolve("m001.py"), "def last(): pass\n");
            Files.deleteIfExists(root.resolve("m002.py"));
            CodeModel model = open.indexes().current(ID).model();
            assertThat(names(model, "m000.py")).containsExactly("m000", "last");
            assertThat(model.files().keySet()).containsExactlyInAnyOrderElementsOf(onDisk());
        }
    }

    @Test
    void aSecondAskJoinsTheBuildUnderWay() throws Exception {
        many();
        try (var open = OpenIndexes.in(data)) {
            open.indexes().build(ID, root.toString());
            WorkspaceIndex index = open.indexes().index(ID);
            open.indexes().build(ID, root.toString());
            assertThat(open.indexes().index(ID)).isSameAs(index);
            assertThat(open.ready().files()).hasSize(MANY);
        }
    }

    @Test
    void aRootThatWentAwayKeepsTheModelAndSaysWhy() throws Exception {
        Path project = Files.createDirectory(root.resolve("project"));
        Files.writeString(project.resolve("a.py"), "def f(): pass\n");
        try (var open = OpenIndexes.in(data)) {
            open.built(project);
            Files.move(project, root.resolve("elsewhere"));
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> open.indexes().build(ID, project.toString()))
                    .satisfies(failure -> assertThat(failure.problem()).isEqualTo(Problem.WORKSPACE_UNREADABLE));
            assertThat(open.indexes().index(ID).model().files()).containsOnlyKeys("a.py");
        }
    }

    @Test
    void restoresEveryWorkspaceButTheDroppedOnesAndTheUnreadableNotes() throws Exception {
        var other = new WorkspaceId("other");
        OpenIndexes.write(root, Map.of("a.py", "x = 1\n"));
        try (var open = OpenIndexes.in(data)) {
            open.built(root);
            open.indexes().build(other, root.toString());
            open.indexes().drop(other);
        }
        Files.createDirectory(data.resolve("not-a-workspace"));
        Files.writeString(data.resolve("stray"), "");
        try (var open = OpenIndexes.in(data)) {
            open.indexes().restore();
            assertThat(open.indexes().count()).isEqualTo(1);
            assertThat(open.ready().files()).containsOnlyKeys("a.py");
        }
    }

    @Test
    void aClosedServiceEndsItsBuilds() throws Exception {
        many();
        var open = OpenIndexes.in(data);
        open.indexes().build(ID, root.toString());
        WorkspaceIndex index = open.indexes().index(ID);
        open.close();
        await().untilAsserted(() -> assertThat(index.dropped()).isTrue());
        assertThat(data.resolve("sample/root")).exists();
    }

    private Set<String> onDisk() throws IOException {
        try (var files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private void many() throws Exception {
        for (int i = 0; i < MANY; i++) {
            Files.writeString(root.resolve("m%03d.py".formatted(i)), "def f(): return %d\n".formatted(i));
        }
    }

    private static List<String> names(CodeModel model, String path) {
        return model.symbols(model.files().get(path).model()).stream()
                .map(Symbol::qualifiedName)
                .toList();
    }
}
