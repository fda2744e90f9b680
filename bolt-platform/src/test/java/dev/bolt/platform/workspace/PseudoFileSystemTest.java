package dev.bolt.platform.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudoFileSystemTest {
    private static final String MOUNTS = """
            22 27 0:21 / /srv/image/proc rw,relatime - proc proc rw
            23 27 0:22 / /srv/image/a\\040b rw,relatime shared:1 master:2 - sysfs sysfs rw
            24 27 0:23 / /srv/image/tmp rw,relatime - tmpfs tmpfs rw
            25 27 8:1 / /srv/image/data rw,relatime - ext4 /dev/sda1 rw
            26 27 0:21 /kmsg /srv/image/log/kmsg rw,relatime - proc proc rw
            27 27 0:21 / /srv/images rw,relatime - proc proc rw
            28 27 0:21 / /proc rw,relatime - proc proc rw
            """;

    @Test
    void knowsWhereTheyAreMountedBelowAFolder() {
        assertThat(PseudoFileSystem.below(Path.of("/srv/image"), MOUNTS))
                .containsExactlyInAnyOrder(
                        Path.of("/srv/image/proc"), Path.of("/srv/image/a b"), Path.of("/srv/image/log/kmsg"));
    }

    @Test
    void holdNothingForAWalk() throws IOException {
        Path above = Path.of("/sys/fs");
        Set<Path> mounts = PseudoFileSystem.below(above);
        assumeThat(mounts).isNotEmpty();
        List<WorkspaceFile> files = WorkspaceWalk.of(above, new WalkOptions(true, true, 0, false))
                .walk()
                .files();
        assertThat(files).noneMatch(file -> mounts.stream().anyMatch(file.absolute()::startsWith));
    }

    @Test
    void areNoneOfThoseThatHoldFiles(@TempDir Path folder) throws IOException {
        assertThat(PseudoFileSystem.of(folder.toRealPath())).isEmpty();
        assertThat(PseudoFileSystem.holds(Files.writeString(folder.resolve("a.py"), ""), folder))
                .isFalse();
    }
}
