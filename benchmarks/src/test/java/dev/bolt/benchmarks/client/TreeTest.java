package dev.bolt.benchmarks.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeTest {
    @TempDir
    Path folder;

    private Path repository;
    private Tree tree;

    @BeforeEach
    void commitTwice() throws IOException, InterruptedException {
        repository = folder.resolve("repository");
        Files.createDirectories(repository.resolve("shop"));
        git("init", "--quiet");
        Files.writeString(repository.resolve("same.py"), "same");
        Files.writeString(repository.resolve("shop/gone.py"), "gone");
        Files.writeString(repository.resolve("changed.py"), "before");
        commit("first");
        Files.delete(repository.resolve("shop/gone.py"));
        Files.writeString(repository.resolve("changed.py"), "after");
        commit("second");
        tree = new Tree(repository.resolve(".git"), folder.resolve("work/tree"));
    }

    @Test
    void writesOnlyWhatDiffersFromTheCommitBefore() throws IOException, InterruptedException {
        tree.layOut("first");
        FileTime written = Files.getLastModifiedTime(laid("same.py"));
        tree.layOut("second");
        assertThat(laid("changed.py")).hasContent("after");
        assertThat(laid("shop")).doesNotExist();
        assertThat(Files.getLastModifiedTime(laid("same.py"))).isEqualTo(written);
    }

    @Test
    void beginsWithAnEmptyFolder() throws IOException, InterruptedException {
        Files.createDirectories(tree.folder());
        Files.writeString(laid("stray.py"), "of another run");
        tree.layOut("first");
        assertThat(laid("stray.py")).doesNotExist();
        assertThat(laid("shop/gone.py")).hasContent("gone");
    }

    private Path laid(String path) {
        return tree.folder().resolve(path);
    }

    private void commit(String tag) throws IOException, InterruptedException {
        git("add", "--all");
        git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", tag);
        git("tag", tag);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
