package dev.bolt.analysis.ingest;

import static dev.bolt.analysis.OpenIndexes.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.analysis.OpenIndexes;
import dev.bolt.api.analysis.Dependency;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.platform.workspace.PathBytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a question sees of changes that nobody told of. */
class CurrentModelTest {
    @TempDir
    Path root;

    @TempDir
    Path data;

    private OpenIndexes open;

    @BeforeEach
    void builds() throws Exception {
        open = OpenIndexes.in(data);
        OpenIndexes.write(root, Map.of("a.py", "import b\ndef old(): pass\n", "b.py", "", "c.py", "import a\n"));
        open.built(root);
    }

    @AfterEach
    void closes() {
        open.close();
    }

    @Test
    void anEditIsSeenByTheNextQuestion() throws Exception {
        Files.writeString(root.resolve("a.py"), "import c\ndef new(): pass\n");
        CodeModel model = current();
        assertThat(names(model, "a.py")).containsExactly("new");
        assertThat(model.graph().dependents("b.py")).isEmpty();
        assertThat(model.graph().dependents("c.py"))
                .extracting(Dependency::from)
                .containsExactly("a.py");
        assertThat(model.graph().cycles()).hasSize(1);
    }

    @Test
    void anEditOfTheSameLengthInTheSameTickIsSeen() throws Exception {
        Path file = root.resolve("a.py");
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, "import b\ndef new(): pass\n");
        Files.setLastModifiedTime(file, time);
        assertThat(names(current(), "a.py")).containsExactly("new");
    }

    /** As unpacking, copying with all attributes, and files exchanged among themselves do. */
    @Test
    void aFileOfTheSameLengthAndTimeInItsPlaceIsSeenByAWalkAndAfterARestart() throws Exception {
        Path file = root.resolve("a.py");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        current();
        Thread.sleep(150); // so that it counts as settled
        Files.writeString(root.resolve(".ignore"), "nothing\n");
        current();
        exchange(file, "import b\ndef new(): pass\n");
        Files.writeString(root.resolve(".ignore"), "nothing at all\n");
        assertThat(names(current(), "a.py")).containsExactly("new");
        open.built(root);
        closes();
        exchange(file, "import b\ndef two(): pass\n");
        open = OpenIndexes.in(data);
        assertThat(names(open.built(root), "a.py")).containsExactly("two");
    }

    private void exchange(Path file, String text) throws Exception {
        Path other = Files.writeString(root.resolve("other"), text);
        Files.setLastModifiedTime(other, FileTime.fromMillis(1_000_000));
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void aNewFileInAFolderWhoseNameIsNoTextIsSeen() throws Exception {
        Path folder = PathBytes.resolve(root, new byte[] {'c', 'a', 'f', (byte) 0xe9});
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("one.py"), "def one(): pass\n");
        assertThat(current().files()).containsKey("caf\\xe9/one.py");
        Files.writeString(folder.resolve("two.py"), "def two(): pass\n");
        assertThat(current().files()).containsKey("caf\\xe9/two.py");
    }

    @Test
    void aWorkspaceThatIsMovedAwayIsAnsweredFromWhatItWasAndSaysSo() throws Exception {
        Path elsewhere = data.resolve("elsewhere");
        Files.move(root, elsewhere);
        assertThat(names(current(), "a.py")).containsExactly("old");
        assertThat(open.indexes().index(ID).freshness().reason()).contains(root.toString());
        Files.move(elsewhere, root);
        Files.writeString(root.resolve("a.py"), "def new(): pass\n");
        assertThat(names(current(), "a.py")).containsExactly("new");
        assertThat(open.indexes().index(ID).freshness().reason()).isNull();
    }

    @Test
    void filesThatComeAndGoAreSeen() throws Exception {
        Files.delete(root.resolve("b.py"));
        OpenIndexes.write(root, Map.of("b/__init__.py", "def inside(): pass\n"));
        CodeModel model = current();
        assertThat(model.files()).containsOnlyKeys("a.py", "b/__init__.py", "c.py");
        assertThat(model.graph().dependents("b/__init__.py"))
                .extracting(Dependency::from)
                .containsExactly("a.py");
    }

    @Test
    void whatAnEditDoesNotTouchStaysAsItIs() throws Exception {
        var before = open.indexes().index(ID).model();
        Files.writeString(root.resolve("a.py"), "import b\ndef later(): old()\n");
        var after = current();
        assertThat(after.graph()).isSameAs(before.graph());
        assertThat(after.files().get("c.py").model())
                .isSameAs(before.files().get("c.py").model());
        assertThat(after.mentioning("old"))
                .containsExactly(after.files().get("a.py").model());
    }

    @Test
    void nothingIsMadeAnewWhereNothingChanged() {
        assertThat(current().graph()).isSameAs(current().graph());
    }

    @Test
    void tooMuchForOneQuestionIsLeftToABuildAndSaid() throws Exception {
        for (int i = 0; i < 100; i++) {
            Files.writeString(root.resolve("m" + i + ".py"), "def f(): pass\n");
        }
        WorkspaceIndex index = open.indexes().current(ID);
        int files = index.model().files().size();
        int behind = index.freshness().filesBehind();
        assertThat(behind > 0 || index.model().files().size() == 103)
                .as("%d files, %d behind", files, behind)
                .isTrue();
        assertThat(open.ready().files()).hasSize(103);
        assertThat(open.indexes().current(ID).freshness().filesBehind()).isZero();
    }

    @Test
    void manyAskersAtOnceSeeTheSameEdit() throws Exception {
        Files.writeString(root.resolve("a.py"), "def new(): pass\n");
        Callable<List<String>> asker = () -> names(current(), "a.py");
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer :
                    askers.invokeAll(IntStream.range(0, 20).mapToObj(_ -> asker).toList())) {
                assertThat(answer.get()).containsExactly("new");
            }
        }
    }

    @Test
    void aRootThatWentAwayAnswersFromWhatItWas() throws Exception {
        Path elsewhere = data.resolve("elsewhere");
        Files.move(root, elsewhere);
        try {
            assertThat(current().files()).hasSize(3);
        } finally {
            Files.move(elsewhere, root);
        }
    }

    private CodeModel current() {
        return open.indexes().current(ID).model();
    }

    private static List<String> names(CodeModel model, String path) {
        return model.files().get(path).model().symbols().stream()
                .map(Symbol::name)
                .toList();
    }
}
