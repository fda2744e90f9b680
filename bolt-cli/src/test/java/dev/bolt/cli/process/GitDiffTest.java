package dev.bolt.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.cli.console.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitDiffTest {
    @TempDir
    Path root;

    @Test
    void hasTheChangesBelowADirectoryWithPathsFromThere() throws Exception {
        assumeTrue(git("init", "-q"), "no git here");
        Files.createDirectories(root.resolve("a"));
        Files.writeString(root.resolve("a/one.py"), "x = 1\n");
        Files.writeString(root.resolve("two.py"), "y = 1\n");
        git("add", ".");
        git("-c", "user.name=n", "-c", "user.email=n@example.org", "commit", "-q", "-m", "first");
        assertThat(GitDiff.since(root)).isEmpty();
        Files.writeString(root.resolve("a/one.py"), "x = 2\n");
        Files.writeString(root.resolve("two.py"), "y = 2\n");
        assertThat(GitDiff.since(root)).contains("--- a/a/one.py", "+++ b/two.py");
        assertThat(GitDiff.since(root.resolve("a")))
                .contains("--- a/one.py", "+x = 2")
                .doesNotContain("two.py");
    }

    @Test
    void saysWhatToDoWhereThereIsNoRepository() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> GitDiff.since(root))
                .withMessageContaining("--diff");
    }

    private boolean git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command).directory(root.toFile()).start().waitFor() == 0;
        } catch (java.io.IOException missing) {
            return false;
        }
    }
}
