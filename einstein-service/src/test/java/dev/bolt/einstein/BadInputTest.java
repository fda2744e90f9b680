package dev.bolt.einstein;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.einstein.SimilarityApi;
import dev.bolt.api.einstein.SimilarityMode;
import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.api.index.IndexRequest;
import dev.bolt.api.index.IndexStatus;
import dev.bolt.platform.home.BoltHome;
import dev.bolt.platform.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What nobody should send, and what nobody should keep in a repository, through the service's own face. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BadInputTest extends ServiceCalls {
    @TempDir
    static Path home;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("bolt.home", home::toString);
        registry.add("bolt.einstein.ingest.background", () -> "false");
    }

    private final WorkspaceId id = new WorkspaceId("bad");

    @AfterEach
    void drop() {
        indexes().drop(id);
    }

    @Test
    void refusesAWorkspaceThatIsNoFolderAndKeepsNothingOfIt() throws IOException {
        Path file = Files.writeString(workspace.resolve("a.py"), "x = 1");
        for (String root : List.of(workspace.resolve("missing").toString(), file.toString(), "relative/folder", "/")) {
            assertThat(problem(() -> indexes().build(id, new IndexRequest(root))))
                    .isEqualTo(Problem.WORKSPACE_UNREADABLE);
        }
        assertThat(problem(() -> indexes().status(id))).isEqualTo(Problem.WORKSPACE_NOT_FOUND);
        assertThat(new BoltHome(home).data("einstein").resolve("bad")).doesNotExist();
    }

    @Test
    void refusesARequestWithoutARoot() {
        assertThat(problem(() -> indexes().build(id, new IndexRequest(" ")))).isEqualTo(Problem.BAD_REQUEST);
    }

    @Test
    void leavesBinaryFilesOutAndSaysHowMany() throws IOException {
        Files.write(workspace.resolve("logo.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0});
        Files.write(workspace.resolve("code.pyc"), new byte[] {1, 0, 2, 0});
        IndexStatus status = build(id);
        assertThat(status.filesDone()).isZero();
        assertThat(status.filesSkipped()).isEqualTo(2);
        assertThat(ask(id, "logo", null).files()).isEmpty();
    }

    @Test
    void leavesAFileOf100MegabytesOutAndReadsTheOthers() throws IOException {
        try (var huge = new RandomAccessFile(workspace.resolve("huge.py").toFile(), "rw")) {
            huge.setLength(100L << 20);
        }
        Files.writeString(workspace.resolve("small.py"), "def walnut(): pass");
        IndexStatus status = build(id);
        assertThat(status.filesDone()).isOne();
        assertThat(status.filesSkipped()).isOne();
        assertThat(ask(id, "walnut", SimilarityMode.LEXICAL).files()).hasSize(1);
    }

    @Test
    void leavesALineOf10MegabytesOutAndReadsTheOthers() throws IOException {
        Files.writeString(workspace.resolve("line.py"), "peanut ".repeat(1_500_000));
        Files.writeString(workspace.resolve("small.py"), "def walnut(): pass");
        assertThat(build(id).filesSkipped()).isOne();
        assertThat(ask(id, "walnut", SimilarityMode.LEXICAL).files()).hasSize(1);
        assertThat(ask(id, "peanut", SimilarityMode.LEXICAL).files()).isEmpty();
    }

    @Test
    void readsAFileThatIsNotUtf8AsFarAsItIs() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("def walnut():\n    return '".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[] {(byte) 0xff, (byte) 0xc3, (byte) 0x28});
        bytes.writeBytes("'\n".getBytes(StandardCharsets.UTF_8));
        Files.write(workspace.resolve("latin.py"), bytes.toByteArray());
        build(id);
        var hit = ask(id, "walnut", null).chunks().getFirst();
        assertThat(hit.span().path()).isEqualTo("latin.py");
        assertThat(hit.symbol()).isEqualTo("walnut");
    }

    @Test
    void doesNotFollowALinkOutOfTheWorkspace() throws IOException {
        Path outside = Files.writeString(
                workspace.resolveSibling(workspace.getFileName() + "-outside.py"), "def walnut(): pass");
        try {
            Files.createSymbolicLink(workspace.resolve("link.py"), outside);
            Files.createSymbolicLink(workspace.resolve("loop"), workspace);
            Files.writeString(workspace.resolve("inside.py"), "def peanut(): pass");
            assertThat(build(id).filesDone()).isOne();
            assertThat(ask(id, "walnut", SimilarityMode.LEXICAL).files()).isEmpty();
        } finally {
            Files.delete(outside);
        }
    }

    @Test
    void refusesAnEmptyQuestionAndOneOf100Kilobytes() {
        build(id);
        assertThat(problem(() -> ask(id, "", null))).isEqualTo(Problem.BAD_REQUEST);
        assertThat(problem(() -> ask(id, "why ".repeat(25_000), null))).isEqualTo(Problem.BAD_REQUEST);
    }

    @Test
    void refusesLinesWithoutAFile() {
        build(id);
        assertThat(problem(() -> rest().post()
                        .uri("/v1/similarities")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body("{\"workspace\":\"bad\",\"like\":{\"startLine\":1,\"endLine\":2}}")
                        .retrieve()
                        .toBodilessEntity()))
                .isEqualTo(Problem.BAD_REQUEST);
    }

    @Test
    void copiesTakeNoPlaceFromOthers() throws IOException {
        for (int copy = 0; copy < 9; copy++) {
            Path folder = Files.createDirectory(workspace.resolve("copy" + copy));
            Files.writeString(folder.resolve("nut.py"), "def walnut(): return walnut");
        }
        Files.writeString(workspace.resolve("other.py"), "def hazel():\n    eat('a nut')\n    return walnut, tree\n");
        build(id);
        var found = client(SimilarityApi.class).similar(new SimilarityQuery(id, "walnut", SimilarityMode.LEXICAL, 2));
        assertThat(found.chunks()).hasSize(2);
    }

    @Test
    void answersTheLongestQuestionAndOneOfSignsAlone() {
        Shop.copyTo(workspace);
        build(id);
        assertThat(ask(id, "refund ".repeat(4_571), null).files()).isNotEmpty();
        for (String signs : List.of("***", "\"(AND) OR NOT~:", "\u0000\ud83d\ude80", "\\")) {
            assertThat(ask(id, signs, null).knownTermShare()).isZero();
        }
    }

    @Test
    void countsAnUnreadableFolderAndReadsTheOthers() throws Exception {
        Files.writeString(workspace.resolve("a.py"), "def walnut(): pass");
        Path closed = Files.createDirectory(workspace.resolve("closed"));
        Files.writeString(closed.resolve("b.py"), "def peanut(): pass");
        Files.setPosixFilePermissions(closed, Set.of());
        try {
            assumeThat(Files.isReadable(closed)).as("root reads everything").isFalse();
            IndexStatus status = build(id);
            assertThat(status.filesFailed()).isOne();
            assertThat(status.filesSkipped()).isZero();
            assertThat(ask(id, "walnut", SimilarityMode.LEXICAL).files()).hasSize(1);
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
