package dev.bolt.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProcFileTest {
    @Test
    void whoIsGoneHasEndedAndWhoRunsHasNot() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self")), "Linux only");
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        assertThat(ProcFile.zombie(process.pid())).isTrue();
        assertThat(ProcFile.zombie(ProcessHandle.current().pid())).isFalse();
    }
}
