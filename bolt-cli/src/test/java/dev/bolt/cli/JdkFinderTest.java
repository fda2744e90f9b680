package dev.bolt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell that finds a JDK 25, against fake ones. */
class JdkFinderTest {
    private static final Path FINDER =
            Path.of("../.mvn/jdk.sh").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void takesJavaHomeIfItIsRecentEnough() throws Exception {
        var home = jdk("given", "26.0.1");
        jdk("roots/jdk-25", "25.0.3");
        assertThat(find(home.toString(), "")).isEqualTo("0 " + home);
    }

    @Test
    void passesAnOlderJavaHomeOver() throws Exception {
        var old = jdk("old", "17.0.15");
        var wanted = jdk("roots/temurin-25-jdk", "25.0.3");
        assertThat(find(old.toString(), "")).isEqualTo("0 " + wanted);
    }

    @Test
    void followsTheLinkOfTheJavacOnThePath() throws Exception {
        var home = jdk("somewhere", "25");
        var bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("javac"), home.resolve("bin/javac"));
        assertThat(find("", bin.toString())).isEqualTo("0 " + home);
    }

    @Test
    void findsTheFolderOfAMac() throws Exception {
        var home = jdk("roots/temurin-25.jdk/Contents/Home", "25.0.1");
        assertThat(find("", "")).isEqualTo("0 " + home);
    }

    @Test
    void aRuntimeWithoutACompilerIsNotEnough() throws Exception {
        var home = jdk("roots/jre-25", "25.0.1");
        Files.delete(home.resolve("bin/javac"));
        assertThat(find("", ""))
                .startsWith("3 ")
                .contains("Bolt needs a JDK 25")
                .contains("sdk install java");
    }

    @Test
    void asksTheCompilerWhereThereIsNoReleaseFile() throws Exception {
        var home = jdk("given", "25.0.1");
        Files.delete(home.resolve("release"));
        assertThat(find(home.toString(), "")).isEqualTo("0 " + home);
    }

    private Path jdk(String name, String version) throws IOException {
        var home = Files.createDirectories(folder.resolve(name).resolve("bin")).getParent();
        var javac = home.resolve("bin/javac");
        Files.writeString(javac, "#!/bin/sh\necho javac " + version + "\n");
        assertThat(javac.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home.toRealPath();
    }

    private String find(String javaHome, String path) throws Exception {
        var script = ". '" + FINDER + "'; if jdk_find; then echo \"0 $JAVA_HOME\"; else echo \"$? none\"; fi";
        var builder = new ProcessBuilder("/bin/sh", "-euc", script).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "HOME",
                        folder.toString(),
                        "JAVA_HOME",
                        javaHome,
                        "BOLT_JDK_ROOTS",
                        folder.resolve("roots").toString(),
                        "PATH",
                        path.isEmpty() ? tools() : path + ":" + tools()));
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        var lines = output.lines().toList();
        return lines.size() == 1 ? lines.getFirst() : lines.getLast().charAt(0) + " " + output;
    }

    /** A PATH with what the finder calls and no javac. */
    private String tools() throws IOException {
        var bin = Files.createDirectories(folder.resolve("tools"));
        for (var tool : new String[] {"sed", "cat", "dirname", "readlink"}) {
            var real = Files.exists(Path.of("/bin", tool)) ? Path.of("/bin", tool) : Path.of("/usr/bin", tool);
            Files.writeString(bin.resolve(tool), "#!/bin/sh\nexec " + real + " \"$@\"\n");
            assertThat(bin.resolve(tool).toFile().setExecutable(true)).isTrue();
        }
        return bin.toString();
    }
}
