package dev.bolt.orchestrator.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.orchestrator.history.Past.Companion;
import dev.bolt.platform.deadline.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand.ResetType;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.util.FS;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHistoryTest {
    @TempDir
    Path root;

    private final GitHistory history = new GitHistory(100);
    private Git git;

    @BeforeEach
    void repository() throws GitAPIException, IOException {
        assertThat(Repositories.open(root)).isEmpty(); // first, so that JGit measures no file system
        git = Git.init().setDirectory(root.toFile()).call();
    }

    @Test
    void findsWhatChangesTogetherMostOftenFirst() throws Exception {
        for (int i = 0; i < 3; i++) {
            commit("cart.py", "tax.py");
        }
        commit("cart.py", "till.py");
        commit("cart.py", "till.py");
        commit("cart.py", "once.py");
        commit("other.py", "more.py");
        Past past = past("cart.py").orElseThrow();
        assertThat(past.companions())
                .containsExactly(new Companion("tax.py", "cart.py", 3), new Companion("till.py", "cart.py", 2));
        assertThat(past.commits()).isEqualTo(7);
        assertThat(past.changedAt()).containsOnlyKeys("cart.py");
    }

    @Test
    void measuresNoFileSystem() throws Exception {
        commit("cart.py");
        past("cart.py");
        assertThat(FS.FileStoreAttributes.get(root).getFsTimestampResolution()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void learnsNothingFromCommitsOfVeryManyFiles() throws Exception {
        String[] many = new String[40];
        for (int i = 0; i < many.length; i++) {
            many[i] = "f" + i + ".py";
        }
        commit(many);
        commit(many);
        assertThat(past("f0.py").orElseThrow().companions()).isEmpty();
        assertThat(past("f0.py").orElseThrow().changedAt()).containsKey("f0.py");
    }

    @Test
    void speaksOfAWorkspaceThatIsAFolderOfTheRepository() throws Exception {
        commit("shop/cart.py", "shop/tax.py", "docs/cart.md");
        commit("shop/cart.py", "shop/tax.py", "docs/cart.md");
        assertThat(past(history, root.resolve("shop"), "cart.py").orElseThrow().companions())
                .containsExactly(new Companion("tax.py", "cart.py", 2));
    }

    @Test
    void readsNoMoreThanItMay() throws Exception {
        for (int i = 0; i < 5; i++) {
            commit("cart.py", "tax.py");
        }
        assertThat(past(new GitHistory(3), root, "cart.py").orElseThrow().commits())
                .isEqualTo(3);
    }

    @Test
    void saysNothingBeforeItHasReadThemAll() throws Exception {
        for (int i = 0; i < 5; i++) {
            commit("cart.py", "tax.py");
        }
        var readings = new ArrayDeque<Runnable>();
        var slow = new GitHistory(100, readings::add);
        slow.begin(root);
        for (int i = 0; i < 20; i++) {
            assertThat(slow.of(root, List.of("cart.py"), Deadline.after(Duration.ZERO)))
                    .contains(new Account.BeingRead());
        }
        assertThat(readings).as("read once, whoever asks").hasSize(1);
        readings.remove().run();
        Optional<Past> whole = past("cart.py");
        for (int i = 0; i < 20; i++) {
            assertThat(slow.of(root, List.of("cart.py"), Deadline.after(Duration.ZERO)))
                    .isEqualTo(whole);
        }
        commit("cart.py", "tax.py");
        assertThat(slow.of(root, List.of("cart.py"), Deadline.after(Duration.ZERO)))
                .as("a commit is read before it counts, and with it the others")
                .contains(new Account.BeingRead());
    }

    @Test
    void readsWhatIsRegisteredBeforeAnybodyAsks() throws Exception {
        commit("cart.py", "tax.py");
        commit("cart.py", "tax.py");
        var readings = new ArrayDeque<Runnable>();
        var early = new GitHistory(100, readings::add);
        early.begin(root);
        readings.remove().run();
        assertThat(early.of(root, List.of("cart.py"), Deadline.after(Duration.ZERO)))
                .isEqualTo(past("cart.py"));
    }

    @Test
    void readsACommitOnce() throws Exception {
        commit("cart.py", "tax.py");
        commit("cart.py", "tax.py");
        Past before = past("cart.py").orElseThrow();
        commit("cart.py", "tax.py");
        forget(tree("HEAD~1"));
        assertThatThrownBy(() -> past(new GitHistory(100), root, "cart.py")).isInstanceOf(MissingObjectException.class);
        forget(tree("HEAD~2"));
        git.reset().setMode(ResetType.SOFT).setRef("HEAD~1").call();
        assertThat(past("cart.py")).contains(before);
    }

    @Test
    void readsOnlyWhatIsNew() throws Exception {
        commit("cart.py", "tax.py");
        commit("cart.py", "tax.py");
        past("cart.py");
        commit("cart.py", "tax.py");
        forget(tree("HEAD~2"));
        assertThat(past("cart.py").orElseThrow().companions()).containsExactly(new Companion("tax.py", "cart.py", 3));
    }

    @Test
    void followsTheHead() throws Exception {
        commit("cart.py", "tax.py");
        commit("cart.py", "tax.py");
        assertThat(past("cart.py").orElseThrow().commits()).isEqualTo(2);
        git.reset().setMode(ResetType.HARD).setRef("HEAD~1").call();
        assertThat(past("cart.py").orElseThrow().commits()).isEqualTo(1);
    }

    @Test
    void hasNothingToSayWithoutCommitsOrWithoutARepository(@TempDir Path elsewhere) throws Exception {
        assertThat(past("cart.py")).isEmpty();
        assertThat(past(history, elsewhere, "cart.py")).isEmpty();
    }

    private ObjectId tree(String commit) throws IOException {
        return git.getRepository().resolve(commit + "^{tree}");
    }

    /** As if the object had never been there; what is open may still hold it. */
    private void forget(ObjectId object) throws IOException {
        String name = object.name();
        Files.delete(root.resolve(".git/objects").resolve(name.substring(0, 2)).resolve(name.substring(2)));
    }

    private Optional<Past> past(String file) throws IOException {
        return past(history, root, file);
    }

    private static Optional<Past> past(GitHistory history, Path workspace, String file) throws IOException {
        return history.of(workspace, List.of(file), Deadline.NONE).map(Past.class::cast);
    }

    private void commit(String... files) throws IOException, GitAPIException {
        for (String file : files) {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, Files.exists(path) ? Files.readString(path) + "x\n" : "x\n");
        }
        git.add().addFilepattern(".").call();
        git.commit()
                .setMessage("change")
                .setAuthor("Ann", "ann@example.org")
                .setCommitter("Ann", "ann@example.org")
                .setSign(false)
                .call();
    }
}
