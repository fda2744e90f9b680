package dev.bolt.platform.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceWalkTest {
    @TempDir
    Path root;

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void repository() throws IOException {
        Files.createDirectories(root.resolve(".git/info"));
    }

    private List<String> paths(WalkOptions options) {
        return WorkspaceWalk.of(root, options).walk().files().stream()
                .map(WorkspaceFile::path)
                .toList();
    }

    private List<String> paths() {
        return paths(WalkOptions.defaults());
    }

    @Test
    void findsFilesByPathAndKnowsTheirSize() throws IOException {
        write("b/c.py", "12345");
        write("a.py", "1");

        WalkResult result = WorkspaceWalk.of(root, WalkOptions.defaults()).walk();

        assertThat(result.files()).extracting(WorkspaceFile::path).containsExactly("a.py", "b/c.py");
        assertThat(result.files()).extracting(WorkspaceFile::sizeBytes).containsExactly(1L, 5L);
        assertThat(result.files().getLast().absolute()).isEqualTo(root.resolve("b/c.py"));
    }

    @Test
    void heedsIgnoreFilesOfAFolderWithManyEntries() throws IOException {
        for (int i = 0; i < 1100; i++) {
            write("many/%d.log".formatted(i), "");
            write("many/%d.py".formatted(i), "");
        }
        write("many/.ignore", "*.log\n");

        assertThat(paths()).hasSize(1100).allMatch(path -> path.endsWith(".py"));
    }

    @Test
    void tellsFoldersBeforeWhatIsInThemAndWhatItLeavesOut() throws IOException {
        write(".ignore", "built\n");
        write("in/a.py", "1");
        write("built/b.py", "1");
        write(".hidden/c.py", "1");
        List<String> told = new ArrayList<>();

        WorkspaceWalk.of(root, WalkOptions.defaults()).walk(new WalkListener() {
            @Override
            public void entering(Path directory) {
                told.add("entering " + root.relativize(directory));
            }

            @Override
            public void leftOut(Path directory) {
                told.add("left out " + root.relativize(directory));
            }

            @Override
            public void found(WorkspaceFile file) {
                told.add("found " + file.path());
            }
        });

        assertThat(told)
                .containsExactlyInAnyOrder(
                        "entering ", "left out built", "left out .hidden", "entering in", "found in/a.py")
                .startsWith("entering ")
                .containsSubsequence("entering in", "found in/a.py");
    }

    @Test
    void leavesHiddenFilesOutUnlessAskedOrNamedByARule() throws IOException {
        write(".hidden", "x");
        write(".github/ci.yml", "x");
        write("seen", "x");
        assertThat(paths()).containsExactly("seen");
        assertThat(paths(new WalkOptions(true, false, 0, true))).containsExactly(".github/ci.yml", ".hidden", "seen");

        write(".ignore", "!.github\n");
        assertThat(paths()).containsExactly(".github/ci.yml", "seen");
    }

    @Test
    void heedsGitignoreOnlyInsideARepository() throws IOException {
        write(".gitignore", "*.log\n");
        write("a.log", "x");
        assertThat(paths()).containsExactly("a.log");

        repository();
        assertThat(paths()).isEmpty();
        assertThat(paths(new WalkOptions(false, true, 0, true))).containsExactly("a.log");
    }

    @Test
    void letsTheDeeperFileAndTheStrongerKindWin() throws IOException {
        repository();
        write(".gitignore", "*.log\nbuild/\n");
        write("deep/.gitignore", "!keep.log\n");
        write("deep/keep.log", "x");
        write("deep/drop.log", "x");
        write("build/out.txt", "x");
        write(".git/info/exclude", "*.tmp\n");
        write("a.tmp", "x");
        write("b.txt", "x");
        assertThat(paths()).containsExactly("b.txt", "deep/keep.log");

        write(".ignore", "!*.log\nb.txt\n");
        assertThat(paths()).containsExactly("deep/drop.log", "deep/keep.log");

        write(".rgignore", "drop.log\n!b.txt\n");
        assertThat(paths()).containsExactly("b.txt", "deep/keep.log");
    }

    @Test
    void heedsTheRulesAboveTheRootUpToItsRepository() throws IOException {
        repository();
        write(".gitignore", "*.log\n/project/build/\n");
        write("project/a.log", "x");
        write("project/build/b.txt", "x");
        write("project/c.txt", "x");
        var inside = WorkspaceWalk.of(root.resolve("project"), WalkOptions.defaults());
        assertThat(inside.walk().files()).extracting(WorkspaceFile::path).containsExactly("c.txt");

        Files.createDirectories(root.resolve("project/.git"));
        assertThat(inside.walk().files())
                .as("a repository of its own")
                .extracting(WorkspaceFile::path)
                .containsExactly("a.log", "build/b.txt", "c.txt");
    }

    @Test
    void readsTheExcludesOfALinkedWorktree() throws IOException {
        write("main/.git/info/exclude", "*.tmp\n");
        write("main/.git/worktrees/w/commondir", "../..\n");
        write("w/.git", "gitdir: ../main/.git/worktrees/w\n");
        write("w/a.tmp", "x");
        write("w/b.txt", "x");
        var worktree = WorkspaceWalk.of(root.resolve("w"), WalkOptions.defaults());
        assertThat(worktree.walk().files()).extracting(WorkspaceFile::path).containsExactly("b.txt");
    }

    /** As ripgrep does, which opens it from where it runs. */
    @Test
    void takesARelativeGitDirectoryFromTheWorkspace() throws IOException {
        write("main/.git/info/exclude", "*.tmp\n");
        write("main/.git/worktrees/w/commondir", "../..\n");
        write("w/a.tmp", "x");
        write("w/.git", "gitdir: main/.git/worktrees/w\n");
        assertThat(paths()).isEmpty();
        write("w/.git", "gitdir: ../main/.git/worktrees/w\n");
        assertThat(paths()).containsExactly("w/a.tmp");
    }

    @Test
    void leavesOutTheExcludesOfASubmodule() throws IOException {
        repository();
        write(".git/modules/m/info/exclude", "*.tmp\n");
        write("m/.git", "gitdir: ../.git/modules/m\n");
        write("m/a.tmp", "x");
        assertThat(paths()).as("ripgrep reads them only through a commondir").containsExactly("m/a.tmp");
    }

    @Test
    void followsIgnoreFilesThatAreLinksAndNamesThem() throws IOException {
        repository();
        write("rules", "*.log\n");
        write("project/a.log", "x");
        write("project/b.txt", "x");
        Path project = root.resolve("project");
        for (String name : List.of(".gitignore", ".ignore", ".rgignore")) {
            Path link = Files.createSymbolicLink(project.resolve(name), Path.of("../rules"));
            WalkResult result =
                    WorkspaceWalk.of(project, WalkOptions.defaults()).walk();
            assertThat(result.files()).as(name).extracting(WorkspaceFile::path).containsExactly("b.txt");
            assertThat(result.linkedRules()).containsExactly(link);
            Files.delete(link);
        }
        Files.createSymbolicLink(project.resolve(".ignore"), Path.of("nowhere"));
        assertThat(WorkspaceWalk.of(project, WalkOptions.defaults()).walk().files())
                .hasSize(2);
    }

    @Test
    void namesTheExcludesThatLieElsewhere() throws IOException {
        write("main/.git/worktrees/w/commondir", "../..\n");
        write("w/.git", "gitdir: " + root.resolve("main/.git/worktrees/w") + "\n");
        write("w/a", "x");
        assertThat(WorkspaceWalk.of(root.resolve("w"), WalkOptions.defaults())
                        .walk()
                        .linkedRules())
                .containsExactly(root.resolve("main/.git/info/exclude"));
        assertThat(WorkspaceWalk.of(root.resolve("main"), WalkOptions.defaults())
                        .walk()
                        .linkedRules())
                .isEmpty();
    }

    @Test
    void countsWhatItLeavesOut() throws IOException {
        repository();
        write(".gitignore", "ignored\n");
        write("ignored/a", "x");
        write("binary", "a\0b");
        write("large", "x".repeat(100));
        write("text", "x");

        WalkResult result =
                WorkspaceWalk.of(root, new WalkOptions(false, false, 99, true)).walk();

        assertThat(result.files()).extracting(WorkspaceFile::path).containsExactly("text");
        assertThat(result.skippedBinary()).isEqualTo(1);
        assertThat(result.skippedLarge()).isEqualTo(1);
        assertThat(result.ignored()).as(".git, .gitignore, ignored").isEqualTo(3);
        assertThat(paths(new WalkOptions(false, false, 0, false))).containsExactly("binary", "large", "text");
    }

    @Test
    void followsNoLinkAndOpensNoPipe() throws Exception {
        write("project/a", "x");
        write("outside/b", "x");
        Path project = root.resolve("project");
        Files.createSymbolicLink(project.resolve("loop"), project);
        Files.createSymbolicLink(project.resolve("out"), root.resolve("outside/b"));
        assertThat(new ProcessBuilder("mkfifo", project.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThat(WorkspaceWalk.of(project, WalkOptions.defaults()).walk().files())
                .extracting(WorkspaceFile::path)
                .containsExactly("a");
    }

    @Test
    void countsWhatItMayNotReadAndReadsTheRest() throws IOException {
        write("a.py", "x");
        write("closed/b.py", "x");
        write("secret.py", "x");
        write("named/c.py", "x");
        close("closed", "---------");
        close("secret.py", "---------");
        close("named", "r--------");
        try {
            assumeThat(Files.isReadable(root.resolve("closed")))
                    .as("root reads everything")
                    .isFalse();
            WalkResult result = WorkspaceWalk.of(root, WalkOptions.defaults()).walk();
            assertThat(result.files()).extracting(WorkspaceFile::path).containsExactly("a.py");
            assertThat(result.skippedUnreadable()).isEqualTo(3);
        } finally {
            close("closed", "rwx------");
            close("named", "rwx------");
        }
    }

    private void close(String path, String permissions) throws IOException {
        Files.setPosixFilePermissions(root.resolve(path), PosixFilePermissions.fromString(permissions));
    }

    @Test
    void takesAMissingRootForAnUnreadableOne() {
        WalkResult result =
                WorkspaceWalk.of(root.resolve("gone"), WalkOptions.defaults()).walk();
        assertThat(result.files()).isEmpty();
        assertThat(result.skippedUnreadable()).isEqualTo(1);
    }

    @Test
    void stopsAtTheDeadline() {
        var walk = WorkspaceWalk.of(root, WalkOptions.defaults());
        assertThatThrownBy(() -> Deadline.after(Duration.ZERO).call(walk::walk)).isInstanceOf(ProblemException.class);
    }
}
