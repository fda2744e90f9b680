package dev.bolt.platform.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeWatchTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private final Set<String> touched = new ConcurrentSkipListSet<>();
    private final AtomicInteger losses = new AtomicInteger();
    private Path root;
    private TreeWatch watch;

    @BeforeEach
    void watchesATree() throws IOException {
        assumeTrue(TreeWatch.supported(), "the kernel tells no changes here");
        root = Files.createDirectories(directory.resolve("tree"));
        Files.createDirectories(root.resolve("a/b/c"));
        Files.createDirectories(root.resolve(".git/info"));
        Files.createDirectories(root.resolve(".git/objects"));
        Files.writeString(root.resolve("a/b/c/file"), "x");
        watch = TreeWatch.start(root, listener());
    }

    @AfterEach
    void closes() {
        if (watch != null) {
            watch.close();
        }
    }

    @Test
    void tellsEveryKindOfChange() throws IOException {
        Files.writeString(root.resolve("new"), "x");
        Files.writeString(root.resolve("a/b/c/file"), "xy");
        Files.move(root.resolve("a/b/c/file"), root.resolve("a/moved"));
        Files.delete(root.resolve("new"));
        assertThat(watch.caughtUp(LONG)).isTrue();
        assertThat(touched).contains("new", "a/b/c/file", "a/moved");
        assertThat(losses).hasValue(0);
    }

    @Test
    void openedWithNothingItTellsOfWhatItIsGiven() throws IOException {
        watch.close();
        touched.clear();
        watch = TreeWatch.open(root, listener());
        Files.writeString(root.resolve("a/early"), "x");
        watch.directory(root.resolve("a"));
        watch.directory(root.resolve("gone"));
        Files.writeString(root.resolve("a/file"), "x");
        Files.writeString(root.resolve("a/b/c/file"), "xy");
        assertThat(watch.caughtUp(LONG)).isTrue();
        assertThat(touched).containsExactly("a/file");
        watch.tree(root.resolve("a/b"));
        Files.writeString(root.resolve("a/b/c/file"), "xyz");
        assertThat(watch.caughtUp(LONG)).isTrue();
        assertThat(touched).containsExactlyInAnyOrder("a/file", "a/b/c/file");
    }

    @Test
    void followsNewAndMovedDirectories() throws IOException {
        Files.createDirectories(root.resolve("n/e/w"));
        Files.move(root.resolve("a/b"), root.resolve("n/b"));
        assertThat(watch.caughtUp(LONG)).isTrue();
        assertThat(touched).contains("n", "a/b");
        touched.clear();
        Files.writeString(root.resolve("n/e/w/file"), "x");
        Files.writeString(root.resolve("n/b/c/file"), "y");
        assertThat(watch.caughtUp(LONG)).isTrue();
        assertThat(touched).contains("n/e/w/file", "n/b/c/file");
    }

    @Test
    void hearsOfGitsExcludeFileButNotOfItsObjects() throws IOException {
        Files.createDirectories(root.resolve(".git/objects/ab"));
        Files.writeString(root.resolve(".git/objects/ab/cd"), "x");
        Files.writeString(root.resolve(".git/info/exclude"), "x");
        assertThat(watch.caughtUp(LONG)).isTrue();
        assertThat(touched).contains(".git/info/exclude").doesNotContain(".git/objects/ab", ".git/objects/ab/cd");
    }

    @Test
    void missesNothingOfABurstOrSaysSo() throws IOException {
        for (int i = 0; i < 3_000; i++) {
            Files.writeString(root.resolve("a/f" + i), "x");
        }
        assertThat(watch.caughtUp(LONG)).isTrue();
        if (losses.get() == 0) {
            for (int i = 0; i < 3_000; i++) {
                assertThat(touched).contains("a/f" + i);
            }
        }
    }

    @Test
    void isNeverCaughtUpOnceClosed() {
        watch.close();
        assertThat(watch.caughtUp(LONG)).isFalse();
        assertThat(watch.works()).isFalse();
    }

    @Test
    void endsWithItsDirectory() throws IOException {
        Path gone = Files.createDirectories(directory.resolve("gone"));
        try (TreeWatch other = TreeWatch.start(gone, listener())) {
            Files.delete(gone);
            Awaitility.await().until(() -> losses.get() > 0);
            assertThat(other.works()).isFalse();
        }
    }

    @Test
    void endsWhereItsDirectoryIsMovedAway() throws IOException {
        Files.move(root, directory.resolve("elsewhere"));
        assertThat(watch.caughtUp(LONG)).isFalse();
        Awaitility.await().until(() -> losses.get() > 0);
    }

    @Test
    void hasToldEachChangeWhenItIsCaughtUp() throws IOException {
        for (int i = 0; i < 300; i++) {
            Files.writeString(root.resolve("a/file"), "x" + i);
            assertThat(watch.caughtUp(LONG)).isTrue();
            assertThat(touched).contains("a/file");
            touched.clear();
            assertThat(watch.caughtUp(LONG)).isTrue();
            touched.clear();
        }
    }

    @Test
    void watchesADirectoryThroughALinkButNoLinksBelow() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), root);
        Files.createDirectories(directory.resolve("outside"));
        Files.createSymbolicLink(root.resolve("out"), directory.resolve("outside"));
        try (TreeWatch other = TreeWatch.start(link, listener())) {
            Files.writeString(directory.resolve("outside/file"), "x");
            Files.writeString(root.resolve("a/seen"), "x");
            assertThat(other.caughtUp(LONG)).isTrue();
            assertThat(touched).contains("a/seen").doesNotContain("out/file");
        }
    }

    @Test
    void followsDirectoriesWhoseNamesAreNoText() throws Exception {
        String script = "mkdir $'a/\\xff\\xfe' a/ä && printf x > $'a/\\xff\\xfe/one' && printf y > a/ä/two";
        assertThat(new ProcessBuilder("bash", "-c", script)
                        .directory(root.toFile())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(watch.caughtUp(LONG)).isTrue();
        touched.clear();
        script = "printf z > $'a/\\xff\\xfe/three' && printf z > a/ä/two";
        new ProcessBuilder("bash", "-c", script)
                .directory(root.toFile())
                .start()
                .waitFor();
        assertThat(watch.caughtUp(LONG)).isTrue();
        assertThat(touched).anyMatch(path -> path.endsWith("/three")).anyMatch(path -> path.endsWith("/two"));
    }

    @Test
    void leavesNoFileOpen() throws IOException {
        long before = openFiles();
        for (int i = 0; i < 30; i++) {
            TreeWatch.start(root, listener()).close();
        }
        Awaitility.await().until(() -> openFiles() <= before);
    }

    private static long openFiles() throws IOException {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return files.filter(file -> {
                        try {
                            return Files.readSymbolicLink(file).toString().startsWith("anon_inode:");
                        } catch (IOException gone) {
                            return false;
                        }
                    })
                    .count();
        }
    }

    @Test
    void doesNotWatchAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "x");
        assertThatThrownBy(() -> TreeWatch.start(file, listener())).isInstanceOf(NotDirectoryException.class);
    }

    private ChangeListener listener() {
        return new ChangeListener() {
            @Override
            public void touched(String path) {
                touched.add(path);
            }

            @Override
            public void lost() {
                losses.incrementAndGet();
            }
        };
    }
}
