package dev.bolt.cli.process;

import dev.bolt.cli.console.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Applies a patch to a git worktree of its own, which has the last commit and nothing of what is not committed. The
 * user's own tree, index and branches stay as they are; no hook runs.
 */
public final class PatchWorktree {
    private PatchWorktree() {}

    /**
     * The worktree, with the patch applied and not committed.
     *
     * @param directory to which the patch's paths are relative
     * @param worktree where it shall be; must not be there
     * @throws Failure if there is no git repository or the patch does not fit its last commit; then there is no
     *     worktree
     */
    public static Path apply(Path directory, Path worktree, String patch) {
        String inside = git(directory, "", "rev-parse", "--show-prefix").strip();
        try {
            Files.createDirectories(worktree.getParent());
        } catch (IOException e) {
            throw Failure.service("Cannot write to " + worktree.getParent() + ": " + e.getMessage());
        }
        git(directory, "", "worktree", "add", "--detach", "--quiet", worktree.toString(), "HEAD");
        try {
            git(worktree, patch, "apply", "--whitespace=nowarn", "--directory=" + inside, "-");
            return worktree;
        } catch (Failure refused) {
            git(directory, "", "worktree", "remove", "--force", worktree.toString());
            throw Failure.input(
                    "The patch was proposed for the files as they are now and does not fit the last commit; "
                            + "nothing was changed. Commit or stash first. git says: " + refused.getMessage());
        }
    }

    private static String git(Path directory, String input, String... arguments) {
        var command = new ArrayList<>(List.of("git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"));
        command.addAll(Arrays.asList(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            try (var in = git.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException ended) {
                // Its exit code says why.
            }
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor() != 0) {
                throw Failure.input(said.lines().findFirst().orElse("git failed"));
            }
            return said;
        } catch (IOException e) {
            throw Failure.input("A patch is applied to a git worktree, and there is no git.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.input("Interrupted.");
        }
    }
}
