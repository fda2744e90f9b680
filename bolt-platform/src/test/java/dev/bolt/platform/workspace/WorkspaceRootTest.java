package dev.bolt.platform.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceRootTest {
    @TempDir
    Path directory;

    private Path project;

    @BeforeEach
    void makeAProject() throws IOException {
        project = Files.createDirectories(directory.toRealPath().resolve("project"));
        Files.writeString(Files.createDirectories(project.resolve("src")).resolve("a.py"), "a");
        Files.writeString(directory.resolve("outside.txt"), "secret");
        Files.createSymbolicLink(project.resolve("out"), directory.resolve("outside.txt"));
        Files.createSymbolicLink(project.resolve("in"), project.resolve("src/a.py"));
        Files.createSymbolicLink(directory.resolve("link"), project);
    }

    @Test
    void opensADirectoryAndSeesThroughALinkToIt() {
        assertThat(WorkspaceRoot.open(project.toString()).path()).isEqualTo(project);
        assertThat(WorkspaceRoot.open(directory.resolve("link").toString()).path())
                .isEqualTo(project);
    }

    @Test
    void findsWhatIsInside() {
        var root = WorkspaceRoot.open(project.toString());
        assertThat(root.resolve("src/a.py")).isEqualTo(project.resolve("src/a.py"));
        assertThat(root.resolve("in")).isEqualTo(project.resolve("src/a.py"));
        assertThat(root.resolve("")).isEqualTo(project);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.txt", "src/../../outside.txt", "/etc/passwd", "out", "missing", "a\0b", ".."})
    void findsNothingOutside(String path) {
        var root = WorkspaceRoot.open(project.toString());
        var failure = catchThrowableOfType(ProblemException.class, () -> root.resolve(path));
        assertThat(failure.problem()).isEqualTo(Problem.PATH_NOT_FOUND);
    }

    @Test
    void refusesADirectoryThatItMayNotRead() throws IOException {
        for (String mode : List.of("---------", "r--------", "--x------")) {
            Files.setPosixFilePermissions(project, PosixFilePermissions.fromString(mode));
            try {
                assumeThat(Files.isReadable(project) && Files.isExecutable(project))
                        .as("root reads everything")
                        .isFalse();
                refused(project.toString());
            } finally {
                Files.setPosixFilePermissions(project, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    @Test
    void refusesWhatCannotBeAWorkspace() {
        refused("relative/path");
        refused(project.resolve("missing").toString());
        refused(project.resolve("src/a.py").toString());
        refused("/");
        refused(System.getProperty("user.home"));
        refused("/a\0b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc", "/proc/self", "/sys", "/sys/kernel", "/dev"})
    void refusesWhatTheKernelTells(String path) {
        assumeThat(Path.of(path)).isDirectory();
        refused(path);
        var failure = catchThrowableOfType(ProblemException.class, () -> WorkspaceRoot.open(path));
        assertThat(failure.detail()).contains(path, "name a folder of source files");
    }

    @Test
    void takesMemoryForADisk() throws IOException {
        assumeThat(Path.of("/dev/shm")).isWritable();
        Path folder = Files.createTempDirectory(Path.of("/dev/shm"), "bolt");
        try {
            assertThat(WorkspaceRoot.open(folder.toString()).path()).isEqualTo(folder);
        } finally {
            Files.delete(folder);
        }
    }

    @Test
    void findsNothingInWhatTheKernelTellsInsideAWorkspace() {
        assumeThat(Path.of("/proc/self/comm")).isRegularFile();
        var wide = new WorkspaceRoot(Path.of("/"));
        var failure = catchThrowableOfType(ProblemException.class, () -> wide.resolve("proc/self/comm"));
        assertThat(failure.problem()).isEqualTo(Problem.PATH_NOT_FOUND);
        assertThat(wide.resolve("etc/passwd")).isEqualTo(Path.of("/etc/passwd"));
    }

    private static void refused(String path) {
        var failure = catchThrowableOfType(ProblemException.class, () -> WorkspaceRoot.open(path));
        assertThat(failure.problem()).isEqualTo(Problem.WORKSPACE_UNREADABLE);
        assertThat(failure.field()).isEqualTo("path");
    }
}
