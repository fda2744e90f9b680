package dev.bolt.benchmarks.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that holds the tree of one commit after another. */
public final class Tree {
    private final Path git;
    private final Path folder;

    /** Lays out nothing yet. */
    public Tree(Path git, Path folder) {
        this.git = git;
        this.folder = folder;
    }

    /** Where it lies. */
    public Path folder() {
        return folder;
    }

    /** Replaces what is there by the tree of the commit; a file that is the same is written anew. */
    public void layOut(String commit) throws IOException, InterruptedException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder())
                        .filter(path -> !path.equals(folder))
                        .toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
        List<ProcessBuilder> pipe = List.of(
                new ProcessBuilder("git", "--git-dir", git.toString(), "archive", commit),
                new ProcessBuilder("tar", "-x", "-C", folder.toString()));
        for (Process process : ProcessBuilder.startPipeline(pipe)) {
            if (process.waitFor() != 0) {
                throw new IOException("Commit %s cannot be laid out from %s".formatted(commit, git));
            }
        }
    }
}
