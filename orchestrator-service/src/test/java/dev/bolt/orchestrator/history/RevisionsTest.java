package dev.bolt.orchestrator.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.solve.Revision;
import dev.bolt.platform.deadline.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionsTest {
    @TempDir
    Path root;

    private Git git;
    private String commit;

    @BeforeEach
    void repository() throws GitAPIException, IOException {
        assertThat(Repositories.open(root)).isEmpty(); // first, so that JGit measures no file system
        git = Git.init().setDirectory(root.toFile()).setInitialBranch("trunk").call();
        Files.createDirectories(root.resolve("shop"));
        Files.writeString(root.resolve("shop/cart.py"), "a = 1\nb = 2\n");
        Files.writeString(root.resolve("shop/tax.py"), "c = 3\n");
        git.add().addFilepattern(".").call();
        commit = git.commit()
                .setMessage("begin")
                .setAuthor("Ann", "ann@example.org")
                .setCommitter("Ann", "ann@example.org")
                .setSign(false)
                .call()
                .name();
    }

    @Test
    void namesTheBranchAndTheCommit() throws Exception {
        assertThat(at("shop/cart.py", "shop/tax.py")).contains(new Revision("trunk", commit, List.of()));
    }

    @Test
    void namesWhatIsChangedNewOrGone() throws Exception {
        Files.writeString(root.resolve("shop/cart.py"), "a = 1\nb = 3\n");
        Files.writeString(root.resolve("shop/new.py"), "");
        Files.delete(root.resolve("shop/tax.py"));
        assertThat(at("shop/new.py", "shop/tax.py", "shop/cart.py")
                        .orElseThrow()
                        .dirty())
                .containsExactly("shop/new.py", "shop/tax.py", "shop/cart.py");
        assertThat(Revisions.of(root.resolve("shop"), List.of("cart.py", "no.py"), Deadline.NONE)
                        .orElseThrow()
                        .dirty())
                .containsExactly("cart.py", "no.py");
    }

    @Test
    void takesLineEndsForNothing() throws Exception {
        Files.writeString(root.resolve("shop/cart.py"), "a = 1\r\nb = 2\r\n");
        assertThat(at("shop/cart.py").orElseThrow().dirty()).isEmpty();
    }

    @Test
    void knowsTheContentThatAPointerOfLfsStandsFor() throws Exception {
        Files.writeString(root.resolve("shop/data.csv"), """
                version https://git-lfs.github.com/spec/v1
                oid sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
                size 3
                """);
        git.add().addFilepattern(".").call();
        git.commit().setMessage("point").setSign(false).call();
        assertThat(at("shop/data.csv").orElseThrow().dirty()).as("not fetched").isEmpty();
        Files.writeString(root.resolve("shop/data.csv"), "abc");
        assertThat(at("shop/data.csv").orElseThrow().dirty()).as("fetched").isEmpty();
        Files.writeString(root.resolve("shop/data.csv"), "abd");
        assertThat(at("shop/data.csv").orElseThrow().dirty()).as("changed").containsExactly("shop/data.csv");
    }

    @Test
    void leavesSubmodulesToTheirOwnCommits(@TempDir Path elsewhere) throws Exception {
        Git.cloneRepository()
                .setURI(root.toUri().toString())
                .setDirectory(elsewhere.resolve("origin").toFile())
                .call()
                .close();
        git.submoduleAdd()
                .setURI(elsewhere.resolve("origin").toUri().toString())
                .setPath("lib/shop")
                .call()
                .close();
        git.commit().setMessage("add a submodule").setSign(false).call();
        Files.writeString(root.resolve("lib/own.py"), "");
        assertThat(at("lib/shop/shop/cart.py", "lib/own.py").orElseThrow().dirty())
                .containsExactly("lib/own.py");
    }

    @Test
    void namesNoBranchWhereNoneIsCheckedOut() throws Exception {
        git.checkout().setName(commit).call();
        assertThat(at("shop/cart.py")).contains(new Revision(null, commit, List.of()));
    }

    @Test
    void saysNothingWithoutCommitsOrTime(@TempDir Path elsewhere) throws Exception {
        assertThat(Revisions.of(elsewhere, List.of("a.py"), Deadline.NONE)).isEmpty();
        Git.init().setDirectory(elsewhere.toFile()).call().close();
        assertThat(Revisions.of(elsewhere, List.of("a.py"), Deadline.NONE)).isEmpty();
        assertThat(Revisions.of(root, List.of("shop/cart.py"), Deadline.after(Duration.ZERO)))
                .isEmpty();
    }

    private Optional<Revision> at(String... files) throws IOException {
        return Revisions.of(root, List.of(files), Deadline.NONE);
    }
}
