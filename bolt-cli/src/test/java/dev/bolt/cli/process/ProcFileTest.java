package dev.bolt.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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

    /** As a JVM that was told to end is for some microseconds: what it listened on is not free yet. */
    @Test
    void whoseFirstThreadEndedBeforeTheOthersHasNotEnded() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self")), "Linux only");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "no python3");
        Process process = new ProcessBuilder("/usr/bin/python3", "-c", """
                import ctypes, threading, time
                threading.Thread(target=time.sleep, args=(60,)).start()
                ctypes.CDLL(None).pthread_exit(None)
                """).start();
        try {
            var stat = Path.of("/proc", String.valueOf(process.pid()), "stat");
            await().until(() -> Files.readString(stat).contains(") Z "));
            assertThat(ProcFile.zombie(process.pid())).isFalse();
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(ProcFile.zombie(process.pid())).isTrue();
    }
}
