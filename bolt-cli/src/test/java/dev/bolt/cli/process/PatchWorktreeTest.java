package dev.bolt.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.cli.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatchWorktreeTest {
    private static final String PATCH = "--- a/one.py\n+++ b/one.py\n@@ -1 +1 @@\n-x = 1\n+x = 2\n";

    @TempDir
    Path root;

    @TempDir
    Path home;

    @BeforeEach
    void begin() throws Exception {
        assumeTrue(git("init", "-q"), "no git here");
        Files.createDirectories(root.resolve("a"));
        Files.writeString(root.resolve("a/one.py"), "x = 1\n");
        git("add", ".");
        git("-c", "user.name=n", "-c", "user.email=n@example.org", "commit", "-q", "-m", "first");
        Path hook = root.resolve(".git/hooks/post-checkout");
        Files.writeString(hook, "#!/bin/sh\ntouch '%s'\n".formatted(home.resolve("hooked")));
        assertThat(hook.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void changesAWorktreeAndNothingElse() throws IOException {
        Path worktree = PatchWorktree.apply(root.resolve("a"), home.resolve("w/1"), PATCH);
        assertThat(worktree.resolve("a/one.py")).hasContent("x = 2\n");
        assertThat(root.resolve("a/one.py")).hasContent("x = 1\n");
        assertThat(GitDiff.since(root)).isEmpty();
        assertThat(home.resolve("hooked")).doesNotExist();
    }

    @Test
    void leavesNothingBehindWhenThePatchDoesNotFitTheLastCommit() {
        Path worktree = home.resolve("w/2");
        for (String patch : List.of(
                PATCH.replace("x = 1", "x = 7"),
                PATCH.replace("one.py", "../../../outside.py"),
                PATCH.replace("one.py", "../.git/config"),
                "no patch")) {
            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(() -> PatchWorktree.apply(root.resolve("a"), worktree, patch))
                    .withMessageContaining("does not fit the last commit");
            assertThat(worktree).doesNotExist();
        }
    }

    private boolean git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command).directory(root.toFile()).start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
