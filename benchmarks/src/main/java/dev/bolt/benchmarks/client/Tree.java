package dev.bolt.benchmarks.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that holds the tree of one commit after another. */
public final class Tree {
    private final Path git;
    private final Path folder;
    /** What git knows of the files in the folder; beside it, so that nobody reads it as one of them. */
    private final Path index;

    /** Lays out nothing yet. */
    public Tree(Path git, Path folder) {
        this.git = git.toAbsolutePath();
        this.folder = folder.toAbsolutePath();
        this.index = this.folder.resolveSibling(folder.getFileName() + ".index");
    }

    /** Where it lies. */
    public Path folder() {
        return folder;
    }

    /**
     * Replaces what is there by the tree of the commit. The first commit finds an empty folder; of a later one only the
     * files are written that it does not share with the one before, so that who has read that has little to read.
     */
    public void layOut(String commit) throws IOException, InterruptedException {
        if (!Files.exists(index) || !Files.exists(folder)) {
            empty();
        }
        var process = new ProcessBuilder(
                        "git",
                        "--git-dir=" + git,
                        "--work-tree=" + folder,
                        "-c",
                        "core.bare=false",
                        "read-tree",
                        "--reset",
                        "-u",
                        commit)
                .directory(folder.toFile())
                .inheritIO();
        process.environment().put("GIT_INDEX_FILE", index.toString());
        if (process.start().waitFor() != 0) {
            Files.deleteIfExists(index);
            throw new IOException("Commit %s cannot be laid out from %s".formatted(commit, git));
        }
    }

    private void empty() throws IOException {
        Files.deleteIfExists(index);
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
