package dev.bolt.search.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.search.TextQuery;
import dev.bolt.search.Queries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links, names and rules that few trees have: the index says of them what ripgrep says, at every moment. */
class OddFilesTest {
    @TempDir
    Path directory;

    private Path root;
    private LiveTree tree;

    @BeforeEach
    void makesATree() throws IOException {
        root = Files.createDirectories(directory.toRealPath().resolve("tree"));
        Files.createDirectories(root.resolve(".git/info"));
        write("a/x.txt", "send x\n");
        write("b/z.txt", "send z\n");
    }

    @AfterEach
    void closes() {
        if (tree != null) {
            tree.close();
        }
    }

    @Test
    void followsIgnoreFilesThatAreLinksAndSeesTheirTargetsChange() throws Exception {
        for (String name : new String[] {".ignore", ".rgignore", ".gitignore"}) {
            Path target = Files.writeString(directory.resolve("rules" + name), "a/\n");
            Files.createSymbolicLink(root.resolve(name), target);
            index();
            assertThat(tree.lines("send")).as(name).hasSize(1);
            Files.writeString(target, "b/\n");
            assertThat(tree.lines("send"))
                    .as(name)
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("a/");
            Files.writeString(target, "c/\n");
            assertThat(tree.lines("send")).as(name).hasSize(2);
            Files.delete(target);
            assertThat(tree.lines("send")).as(name).hasSize(2);
            Files.writeString(target, "a/\nb/\n");
            assertThat(tree.lines("send")).as(name).isEmpty();
            Files.delete(root.resolve(name));
            assertThat(tree.lines("send")).as(name).hasSize(2);
        }
    }

    @Test
    void seesRulesThatBecomeALinkInsideTheTree() throws Exception {
        index();
        write("rules", "x.txt\n");
        Files.createSymbolicLink(root.resolve("a/.ignore"), Path.of("../rules"));
        assertThat(tree.lines("send")).hasSize(1);
        write("rules", "y.txt\n");
        assertThat(tree.lines("send")).hasSize(2);
    }

    @Test
    void seesTheExcludesOfALinkedWorktreeChange() throws Exception {
        Path git = directory.toRealPath().resolve("main/.git");
        Files.createDirectories(git.resolve("info"));
        Files.createDirectories(git.resolve("worktrees/w"));
        Files.writeString(git.resolve("worktrees/w/commondir"), "../..\n");
        Files.delete(root.resolve(".git/info"));
        Files.delete(root.resolve(".git"));
        Files.writeString(root.resolve(".git"), "gitdir: " + git.resolve("worktrees/w") + "\n");
        index();
        assertThat(tree.lines("send")).hasSize(2);
        Files.writeString(git.resolve("info/exclude"), "x.txt\n");
        assertThat(tree.lines("send")).hasSize(1);
    }

    @Test
    void leavesOutTheExcludesOfASubmodule() throws Exception {
        write(".git/modules/a/info/exclude", "x.txt\n");
        write("a/.git", "gitdir: ../.git/modules/a\n");
        index();
        assertThat(tree.lines("send")).hasSize(2);
    }

    @Test
    void seesWhereARepositoryBeginsAndEnds() throws Exception {
        Files.delete(root.resolve(".git/info"));
        Files.delete(root.resolve(".git"));
        write(".gitignore", "a/\n");
        index();
        assertThat(tree.lines("send")).hasSize(2);
        Files.createDirectories(root.resolve(".jj"));
        assertThat(tree.lines("send")).hasSize(1);
        Files.delete(root.resolve(".jj"));
        assertThat(tree.lines("send")).hasSize(2);
        Files.createDirectories(directory.resolve(".jj"));
        assertThat(tree.lines("send")).hasSize(1);
        Files.delete(directory.resolve(".jj"));
        assertThat(tree.lines("send")).hasSize(2);
    }

    @Test
    void seesAFolderOfExcludesComeAndGo() throws Exception {
        write(".git/info/exclude", "a/\n");
        index();
        assertThat(tree.lines("send")).hasSize(1);
        Files.move(root.resolve(".git/info"), root.resolve(".git/elsewhere"));
        assertThat(tree.lines("send")).hasSize(2);
        Files.move(root.resolve(".git/elsewhere"), root.resolve(".git/info"));
        assertThat(tree.lines("send")).hasSize(1);
    }

    @Test
    void seesAWriteThroughAnotherNameOfAFile() throws Exception {
        Files.createLink(root.resolve("b/y.txt"), root.resolve("a/x.txt"));
        Path outside = Files.writeString(directory.resolve("outside"), "send outside\n");
        Files.createLink(root.resolve("b/inside.txt"), outside);
        index();
        assertThat(tree.lines("send")).hasSize(4);
        write("a/x.txt", "send another\n");
        assertThat(tree.lines("another")).hasSize(2);
        Files.writeString(outside, "send another\n");
        assertThat(tree.lines("another")).hasSize(3);
        write("b/y.txt", "send a third\n");
        assertThat(tree.lines("third")).hasSize(2);
    }

    @Test
    void seesAWriteThroughANameThatIsNewerThanTheIndex() throws Exception {
        index();
        Files.createLink(root.resolve("b/y.txt"), root.resolve("a/x.txt"));
        assertThat(tree.lines("send")).hasSize(3);
        write("b/y.txt", "send another\n");
        assertThat(tree.lines("another")).hasSize(2);
    }

    @Test
    void findsFilesWhoseNamesAreNoUtf8() throws Exception {
        shell("printf 'send 1\\n' > $'caf\\xe9.txt'; mkdir $'d\\xff'; printf 'send 2\\n' > $'d\\xff/\\xfe'");
        index();
        assertThat(tree.lines("send")).hasSize(4);
        shell("printf 'send 3\\n' > $'caf\\xe8.txt'; printf 'send 4\\n' > $'caf\\xe9.txt'; mkdir $'e\\xff';"
                + "printf 'send 5\\n' > $'e\\xff/new'; printf 'send 6\\n' > $'d\\xff/\\xfe'");
        assertThat(tree.lines("send \\d")).hasSize(4).anyMatch(line -> line.startsWith("caf\\xe9.txt:1:"));
        shell("rm $'caf\\xe8.txt'; mv $'d\\xff' $'d\\xfe'");
        assertThat(tree.lines("send \\d")).hasSize(3);
    }

    @Test
    void tellsOfANulOnlyWhereASearchHasReachedIt() throws Exception {
        write("late.txt", "send\n".repeat(20_000) + "\0");
        write("early.txt", "send\n".repeat(20) + "none\n".repeat(16_000) + "\0send\n");
        index();
        TextQuery query = TextQuery.regex(Queries.WORKSPACE, "send", 0);
        for (int most : new int[] {1, 2, 19, 20, 21, 13_000, 15_000, 19_999, 20_000, 30_000}) {
            tree.lines(query.but().maxCount(most).build());
            tree.lines(query.but().maxCount(most).afterContext(3).build());
        }
    }

    @Test
    void readsHalfCharactersOfUtf16AsRipgrepDoes() throws Exception {
        byte[][] units = {{'n', 0}, {0, (byte) 0xD8}, {0, (byte) 0xDC}, {'\n', 0}, {'x'}};
        for (int i = 0; i < 5 * 5 * 5 * 5; i++) {
            var text = new java.io.ByteArrayOutputStream();
            text.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE});
            for (int rest = i + 625; rest > 1; rest /= 5) {
                text.writeBytes(units[rest % 5]);
            }
            Files.write(root.resolve("utf16-" + i), text.toByteArray());
        }
        index();
        assertThat(tree.lines("n")).hasSizeGreaterThan(200);
        assertThat(tree.lines("[^a-z]")).hasSizeGreaterThan(200);
    }

    private void index() throws Exception {
        if (tree != null) {
            tree.close();
        }
        tree = LiveTree.index(root, directory.resolve("data"));
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }

    /** Java cannot give a file such a name. */
    private void shell(String script) throws Exception {
        assertThat(new ProcessBuilder("bash", "-c", script)
                        .directory(root.toFile())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
