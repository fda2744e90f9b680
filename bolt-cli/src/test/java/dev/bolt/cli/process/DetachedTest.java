package dev.bolt.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetachedTest {
    @TempDir
    Path folder;

    @Test
    void givesAUtf8LocaleWhereThereIsNone() throws Exception {
        assumeTrue(System.getProperty("os.name").startsWith("Linux"), "elsewhere file names are always UTF-8");
        var log = folder.resolve("log");
        for (var locale : List.of("C", "POSIX", "xx_YY.UTF-8", "C.UTF-8")) {
            var builder = new ProcessBuilder(
                            java(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Starts.class.getName(),
                            log.toString())
                    .inheritIO();
            builder.environment().put("LC_ALL", locale);
            Files.deleteIfExists(log);
            assertThat(builder.start().waitFor()).isZero();
            assertThat(Files.readString(log)).as(locale).isEqualTo("UTF-8\n");
        }
    }

    @Test
    void theLauncherGivesOneToo() throws Exception {
        assumeTrue(System.getProperty("os.name").startsWith("Linux"), "elsewhere file names are always UTF-8");
        var script = Path.of("../.mvn/locale.sh").toAbsolutePath().normalize();
        assertThat(said(script, "C")).isEqualTo("C.UTF-8");
        assertThat(said(script, "xx_YY.UTF-8")).isEqualTo("C.UTF-8");
        assertThat(said(script, "C.UTF-8")).isEqualTo("C.UTF-8");
    }

    private static String said(Path script, String locale) throws Exception {
        var builder = new ProcessBuilder("/bin/sh", "-euc", ". '" + script + "'; locale_utf8; echo \"$LC_ALL\"");
        builder.environment().put("LC_ALL", locale);
        var process = builder.start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Starts a child that says in which encoding it names files. */
    static final class Starts {
        private Starts() {}

        public static void main(String[] arguments) throws Exception {
            var log = Path.of(arguments[0]);
            var command = List.of(java(), "-cp", System.getProperty("java.class.path"), Says.class.getName());
            System.exit(
                    Detached.start(command, log.getParent(), log).onExit().get().exitValue());
        }
    }

    /** Says in which encoding it names files. */
    static final class Says {
        private Says() {}

        public static void main(String[] arguments) {
            System.out.println(System.getProperty("sun.jnu.encoding"));
        }
    }
}
