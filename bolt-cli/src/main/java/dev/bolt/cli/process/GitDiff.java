package dev.bolt.cli.process;

import dev.bolt.cli.console.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What git says has changed in a working tree since the last commit. */
public final class GitDiff {
    /** The longest diff that the service takes. */
    public static final int MOST_CHARACTERS = 1_000_000;

    private static final List<String> COMMAND = List.of(
            "git",
            "-c",
            "core.fsmonitor=false",
            "diff",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            "--src-prefix=a/",
            "--dst-prefix=b/",
            "--relative",
            "HEAD");

    private GitDiff() {}

    /**
     * The changes below a directory, with paths from there; untracked files are not among them. Runs git and waits for
     * it.
     *
     * @throws Failure if git is missing or there is no commit to compare with
     */
    public static String since(Path directory) {
        try {
            Process git = new ProcessBuilder(COMMAND)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            try {
                git.getOutputStream().close();
                String output =
                        new String(git.getInputStream().readNBytes(4 * MOST_CHARACTERS), StandardCharsets.UTF_8);
                if (output.length() <= MOST_CHARACTERS && git.waitFor() != 0) {
                    throw none(output.lines().findFirst().orElse("git failed"));
                }
                return output;
            } finally {
                git.destroy();
            }
        } catch (IOException e) {
            throw none("there is no git");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw none("interrupted");
        }
    }

    private static Failure none(String why) {
        return Failure.input(
                "What changes? Name each FILE, or give a diff with --diff; git tells of none here: " + why);
    }
}
