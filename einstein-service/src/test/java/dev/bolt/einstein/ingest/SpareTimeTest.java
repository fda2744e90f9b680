package dev.bolt.einstein.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SpareTimeTest {
    /** The field of {@code proc_pid_stat(5)}, counted from the state, the third, which follows the name. */
    private static final int NICE = 19 - 3;

    @Test
    @EnabledOnOs(OS.LINUX)
    void lowersItsOwnThreadsAndNoOther() throws Exception {
        int before = nice();
        assertThat(on(SpareTime.threads("spare-"), SpareTimeTest::nice)).isEqualTo(19);
        assertThat(nice()).isEqualTo(before);
        assertThat(on(Thread.ofPlatform().factory(), SpareTimeTest::nice)).isEqualTo(before);
    }

    @Test
    void namesThemByNumber() throws Exception {
        assertThat(on(SpareTime.threads("spare-"), () -> Thread.currentThread().getName()))
                .isEqualTo("spare-0");
    }

    private static <T> T on(ThreadFactory threads, Callable<T> question) throws Exception {
        try (var executor = Executors.newSingleThreadExecutor(threads)) {
            return executor.submit(question).get();
        }
    }

    private static int nice() throws IOException {
        String stat = Files.readString(Path.of("/proc/thread-self/stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[NICE]);
    }
}
