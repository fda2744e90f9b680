package dev.bolt.analysis.ingest;

import static dev.bolt.analysis.OpenIndexes.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.analysis.OpenIndexes;
import dev.bolt.api.analysis.Finding;
import dev.bolt.platform.workspace.WorkspaceFile;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not what their names say: none of them loses the model of the others. */
class BadFilesTest {
    @TempDir
    Path root;

    @TempDir
    Path data;

    private OpenIndexes open;

    @BeforeEach
    void opens() {
        open = OpenIndexes.in(data);
    }

    @AfterEach
    void closes() {
        open.close();
    }

    @Test
    void anEmptyRepositoryIsReadyWithoutFiles() {
        assertThat(open.built(root).files()).isEmpty();
        assertThat(open.indexes().status(ID).message()).isEqualTo("Ready: 0 files, 0 imports between them");
    }

    @Test
    void aRepositoryOfBinariesIsReadyWithoutFiles() throws Exception {
        Files.write(root.resolve("logo.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0});
        Files.write(root.resolve("compiled.py"), new byte[] {'x', 0, 1, 2});
        assertThat(open.built(root).files()).isEmpty();
        assertThat(open.indexes().status(ID).filesSkipped()).isEqualTo(1);
    }

    @Test
    void aFileOfAHundredMegabytesIsCountedAsSkipped() throws Exception {
        try (var huge = new RandomAccessFile(root.resolve("huge.py").toFile(), "rw")) {
            huge.setLength(100L * 1024 * 1024);
        }
        Files.writeString(root.resolve("small.py"), "x = 1\n");
        assertThat(open.built(root).files()).containsOnlyKeys("small.py");
        assertThat(open.indexes().status(ID).filesSkipped()).isEqualTo(1);
    }

    @Test
    void bytesThatAreNotUtf8AreAFindingAndTheDefinitionsStay() throws Exception {
        Files.write(root.resolve("latin.py"), "def f():\n    return 'é'\n".getBytes(StandardCharsets.ISO_8859_1));
        var file = open.built(root).files().get("latin.py");
        assertThat(file.model().symbols())
                .singleElement()
                .satisfies(f -> assertThat(f.name()).isEqualTo("f"));
        assertThat(file.findings()).extracting(Finding::ruleId).containsExactly("syntax.error");
    }

    @Test
    void symbolicLinksAreNotFollowedAndLoopsEnd() throws Exception {
        OpenIndexes.write(root, Map.of("pkg/a.py", "x = 1\n"));
        Files.createSymbolicLink(root.resolve("pkg/loop"), root);
        Files.createSymbolicLink(root.resolve("again.py"), root.resolve("pkg/a.py"));
        assertThat(open.built(root).files()).containsOnlyKeys("pkg/a.py");
    }

    @Test
    void aPipeDoesNotStopTheBuild() throws Exception {
        Process made;
        try {
            made = new ProcessBuilder("mkfifo", root.resolve("pipe.py").toString()).start();
        } catch (java.io.IOException noSuchCommand) {
            assumeTrue(false, "no mkfifo here");
            return;
        }
        assumeTrue(made.waitFor() == 0, "no named pipes here");
        Files.writeString(root.resolve("a.py"), "x = 1\n");
        assertThat(open.built(root).files()).containsOnlyKeys("a.py");
    }

    @Test
    void whatIsLeftOutOnPurposeIsToldFromWhatFails() throws Exception {
        Path binary = Files.write(root.resolve("binary.py"), new byte[] {'x', 0, 1});
        assertThat(analyzed(binary)).isEqualTo(Outcome.Missing.BINARY);
        assertThat(analyzed(root.resolve("gone.py"))).isEqualTo(Outcome.Missing.FAILED);
        assertThat(analyzed(Files.createDirectory(root.resolve("folder.py")))).isEqualTo(Outcome.Missing.FAILED);
    }

    private static Outcome analyzed(Path file) {
        var found = new WorkspaceFile(file.getFileName().toString(), file, 3, Instant.EPOCH);
        return OpenIndexes.analyzer().analyze(found, null, Detail.WHOLE);
    }

    @Test
    void anUnreadableFileIsCountedAsFailed() throws Exception {
        Path secret = Files.writeString(root.resolve("secret.py"), "x = 1\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(secret), "this user reads everything");
        assertThat(open.built(root).files()).isEmpty();
        assertThat(open.indexes().status(ID).filesFailed()).isEqualTo(1);
    }

    @Test
    void twoRootsWithTheSameModuleNameKeepBothFiles() throws Exception {
        OpenIndexes.write(
                root,
                Map.of(
                        "one/util.py", "",
                        "one/main.py", "import util\n",
                        "two/util.py", "",
                        "two/main.py", "import util\n"));
        var graph = open.built(root).graph();
        assertThat(graph.dependencies("one/main.py").getFirst().to()).isEqualTo("one/util.py");
        assertThat(graph.dependencies("two/main.py").getFirst().to()).isEqualTo("two/util.py");
    }

    @Test
    void aBrokenJavaFileKeepsWhatItsParserKeeps() throws Exception {
        Files.writeString(root.resolve("A.java"), "class A {\n    void kept() {}\n    void broken( {\n}\n");
        assertThat(open.built(root).files().get("A.java").model().symbols())
                .anySatisfy(symbol -> assertThat(symbol.qualifiedName()).isEqualTo("A.kept"));
    }
}
