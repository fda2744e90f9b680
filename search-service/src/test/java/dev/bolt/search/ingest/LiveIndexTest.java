package dev.bolt.search.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.watch.TreeWatch;
import dev.bolt.platform.workspace.FileStamp;
import dev.bolt.search.Found;
import dev.bolt.search.Queries;
import dev.bolt.search.RipgrepReference;
import dev.bolt.search.SampleTree;
import dev.bolt.search.index.IndexBuild;
import dev.bolt.search.index.IndexSearch;
import dev.bolt.search.index.NoRoomException;
import dev.bolt.search.lease.IndexRoom;
import dev.bolt.search.ripgrep.RipgrepBinary;
import dev.bolt.search.ripgrep.RipgrepProperties;
import dev.bolt.search.scan.FileTypes;
import dev.bolt.search.scan.MappedLooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After each change of a tree the index answers as ripgrep does, or not at all. */
class LiveIndexTest {
    @TempDir
    Path directory;

    private final ExecutorService packers = Executors.newFixedThreadPool(2);
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private Path root;
    private IndexRoom room = IndexRoom.unbounded();
    private LiveIndex live;
    private int answered;

    @BeforeEach
    void indexesATree() throws Exception {
        assumeTrue(TreeWatch.supported(), "the kernel tells no changes here");
        root = SampleTree.in(directory.resolve("tree")).toRealPath();
        live = watch();
        live.build(files -> {}, done -> {});
    }

    @AfterEach
    void closes() {
        if (live != null) {
            live.close();
        }
        packers.shutdownNow();
        background.shutdownNow();
    }

    @Test
    void seesAWriteAtOnce() throws IOException {
        for (int i = 0; i < 30; i++) {
            Files.writeString(root.resolve("src/app.py"), "send number %02d\n".formatted(i));
            assertFresh("number %02d".formatted(i));
        }
        assertThat(answered).isEqualTo(30);
    }

    /** Read into memory for each search it would not fit; the next index has it. */
    @Test
    void leavesALargeNewFileToRipgrepUntilTheNextIndexHasIt() throws IOException {
        Files.writeString(root.resolve("large.txt"), "send a line of a log\n".repeat(1 << 20));
        assertThat(live.now(Deadline.after(Duration.ofSeconds(10)))).isEmpty();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> live.now(Deadline.after(Duration.ofSeconds(10))).isPresent());
        var now = live.now(Deadline.after(Duration.ofSeconds(10))).orElseThrow();
        assertThat(now.overlay().read()).doesNotContain("large.txt");
        assertThat(now.index().store().files()).anyMatch(file -> file.path().equals("large.txt"));
    }

    @Test
    void seesCreatedRenamedAndDeletedFiles() throws IOException {
        Files.writeString(root.resolve("src/new.py"), "send a new one\n");
        assertFresh("send");
        Files.move(root.resolve("src/new.py"), root.resolve("src/newer.py"));
        assertFresh("send");
        Files.delete(root.resolve("src/newer.py"));
        assertFresh("send");
        Files.move(root.resolve("src/deep"), root.resolve("docs/deep"));
        assertFresh("send");
        Files.createDirectories(root.resolve("x/y/z"));
        Files.writeString(root.resolve("x/y/z/new.txt"), "send from below\n");
        assertFresh("send");
        Files.delete(root.resolve("keep.log"));
        Files.createSymbolicLink(root.resolve("keep.log"), root.resolve("src/app.py"));
        assertFresh("send");
        assertThat(answered).isEqualTo(6);
    }

    @Test
    void buildsAnewWhatTurnsOutToBeSpoiled() throws Exception {
        FileStamp written = FileStamp.of(root.resolve("src/app.py"));
        await().until(() -> written.equals(written.asOf(Instant.now().minusMillis(500))));
        live.build(files -> {}, done -> {});
        live.close();
        Path built;
        try (var builds = Files.list(directory.resolve("data/index"))) {
            built = builds.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        byte[] text = Files.readAllBytes(built.resolve("text-0"));
        text[0] ^= 1;
        Files.write(built.resolve("text-0"), text);
        live = watch();
        assertThat(live.open()).isPresent();
        assertFresh("send");
        assertThat(answered).isZero();
        await().until(() -> {
            live.now(Deadline.NONE);
            return !built.toFile().exists();
        });
        await().until(() -> live.now(Deadline.NONE).isPresent());
        assertFresh("send");
        assertThat(answered).isEqualTo(1);
    }

    @Test
    void answersByTypeAndNameUnlessThatBringsBackWhatIsHiddenOrIgnored() throws IOException {
        await().until(() -> live.now(Deadline.NONE).orElseThrow().overlay().unseen() != null);
        for (TextQuery query : List.of(of("*.py", null), of("src/**", null), of(null, "py"), of(null, "js"))) {
            assertFresh(query, query.toString());
        }
        int before = answered;
        Files.writeString(root.resolve("src/.hidden.kt"), "send\n");
        assertFresh(of("*.kt", null), "a hidden file");
        assertFresh(of(null, "kotlin"), "a hidden file");
        assertThat(answered).isEqualTo(before);
        Files.move(root.resolve("src/.hidden.kt"), root.resolve("src/shown.kt"));
        assertFresh(of("*.kt", null), "a file is shown");
        assertFresh(of(null, "kotlin"), "a file is shown");
        assertThat(answered).isEqualTo(before + 2);
        Files.writeString(root.resolve("src/.ignore"), "*.kt\n");
        assertFresh(of("*.kt", null), "a file is ignored");
        assertFresh(of(null, "kotlin"), "a file is ignored");
        Files.delete(root.resolve("src/shown.kt"));
        assertFresh(of("*.kt", null), "an ignored file is gone");
        assertThat(answered).isEqualTo(before + 4);
    }

    private static TextQuery of(String glob, String type) {
        TextQuery plain = TextQuery.regex(Queries.WORKSPACE, "send", 0);
        return plain.but()
                .globs(glob == null ? null : List.of(glob))
                .types(type == null ? null : List.of(type))
                .build();
    }

    @Test
    void seesChangedRules() throws IOException {
        Files.writeString(root.resolve(".gitignore"), "docs/\n");
        assertFresh("send");
        Files.writeString(root.resolve("src/.ignore"), "*.py\n");
        assertFresh("send");
        Files.delete(root.resolve(".gitignore"));
        assertFresh("send");
        Files.createDirectories(root.resolve(".git/info"));
        assertFresh("send");
        Files.writeString(root.resolve(".git/info/exclude"), "a/\n");
        assertFresh("send");
        Files.writeString(directory.resolve(".ignore"), "long.txt\n");
        assertFresh("send");
        assertThat(answered).isEqualTo(6);
    }

    @Test
    void doesNotTakeAnIgnoredFileForANewOne() throws IOException {
        for (int i = 0; i < 5; i++) {
            Files.writeString(root.resolve("build/out" + i + ".py"), "send ignored\n");
            Files.writeString(root.resolve("src/debug.log"), "send ignored\n");
            assertFresh("send");
        }
        assertThat(answered).isEqualTo(5);
    }

    @Test
    void seesAWriteThatKeepsSizeAndTime() throws IOException {
        Path file = root.resolve("src/app.py");
        var time = Files.getLastModifiedTime(file);
        byte[] text = Files.readAllBytes(file);
        Files.write(
                file,
                new String(text, java.nio.charset.StandardCharsets.UTF_8)
                        .replace("send", "took")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Files.setLastModifiedTime(file, time);
        assertFresh("send|took");
    }

    @Test
    void isTrueAfterItWasClosedAndOpened() throws IOException {
        live.close();
        Files.writeString(root.resolve("src/app.py"), "send while closed\n");
        Files.writeString(root.resolve("src/new.py"), "send new while closed\n");
        Files.delete(root.resolve("a/x.txt"));
        live = watch();
        assertThat(live.now(Deadline.NONE)).isEmpty();
        assertThat(live.open()).isPresent();
        assertFresh("send");
        Files.writeString(root.resolve("src/new.py"), "send again\n");
        assertFresh("send");
        assertThat(answered).isEqualTo(2);
    }

    @Test
    void leavesMuchThatIsNewToRipgrepUntilItIsIndexed() throws IOException {
        Path many = Files.createDirectories(root.resolve("many"));
        for (int i = 0; i < 2_500; i++) {
            Files.writeString(many.resolve("f" + i), "send " + i + "\n");
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertFresh("send 1234");
            assertThat(live.now(Deadline.NONE))
                    .hasValueSatisfying(now -> assertThat(now.overlay().read()).isEmpty());
        });
    }

    @Test
    void leavesNoIndexBehindForWhichThereIsNoRoomAnyMore() throws Exception {
        live.build(files -> {}, done -> {});
        live.close();
        assertThat(directory.resolve("data/index")).isNotEmptyDirectory();
        room = new IndexRoom(1_000, true);
        live = watch();
        assertThat(live.open()).isEmpty();
        assertThatThrownBy(() -> live.build(files -> {}, done -> {})).isInstanceOf(NoRoomException.class);
        assertThat(directory.resolve("data/index")).doesNotExist();
    }

    @Test
    void answersNothingOnceClosed() {
        live.close();
        assertThat(live.now(Deadline.NONE)).isEmpty();
        assertThat(live.works()).isFalse();
    }

    @Test
    void doesNotWatchWhatIsNotThere() {
        assertThatThrownBy(() -> new LiveIndex(root.resolve("gone"), place(), background))
                .isInstanceOf(IOException.class);
    }

    private void assertFresh(String pattern) {
        assertFresh(pattern, "an edit");
    }

    private void assertFresh(String pattern, String edit) {
        assertFresh(TextQuery.regex(Queries.WORKSPACE, pattern, 0), edit);
    }

    private void assertFresh(TextQuery query, String edit) {
        live.now(Deadline.NONE)
                .flatMap(now -> Found.in(
                        new IndexSearch(packers, 2, 16, FileTypes.COMMON, new MappedLooks(false)),
                        now.index(),
                        now.overlay(),
                        root,
                        query,
                        Deadline.after(Duration.ofMinutes(1))))
                .ifPresent(found -> {
                    answered++;
                    assertThat(RipgrepReference.flatten(found.files()))
                            .as("'%s' after %s", query, edit)
                            .isEqualTo(RipgrepReference.lines(ripgrep(), root, query));
                });
    }

    private LiveIndex watch() throws IOException {
        return new LiveIndex(root, place(), background);
    }

    private IndexPlace place() {
        return new IndexPlace(directory.resolve("data"), new IndexBuild(packers, 2, InstantSource.system()), room);
    }

    private static RipgrepBinary ripgrep() {
        Optional<RipgrepBinary> found = RipgrepBinary.find(RipgrepProperties.defaults());
        assumeTrue(found.isPresent(), "no ripgrep 14 or newer on the PATH");
        return found.get();
    }
}
