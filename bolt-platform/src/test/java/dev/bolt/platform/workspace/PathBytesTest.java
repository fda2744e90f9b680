package dev.bolt.platform.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathBytesTest {
    private static final List<byte[]> NAMES = List.of(
            bytes("plain.txt"),
            bytes("new_\u00C3\u00A9.txt"),
            bytes("caf\u00E9.txt"),
            bytes("caf\u00E8.txt"),
            bytes("caf\u00E9/\u00FF/in"),
            bytes("back\\slash"),
            bytes("back\\slash\u00FF"),
            bytes("\\xzz"),
            bytes("\u00ED\u00A0\u0080 half"),
            bytes("\u00E2\u0082 cut"),
            bytes("\u00F0\u009F\u0098\u0080\u00FE"));

    @TempDir
    Path directory;

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void goesToTextAndBack() {
        assertThat(NAMES.stream().map(PathBytes::text)).doesNotHaveDuplicates();
        for (byte[] name : NAMES) {
            Path path = PathBytes.resolve(directory, name);
            String text = PathBytes.text(directory.relativize(path));
            assertThat(text).isEqualTo(PathBytes.text(name));
            assertThat(PathBytes.resolve(directory, text)).isEqualTo(path);
            assertThat(PathBytes.of(path)).endsWith(name);
        }
    }

    @Test
    void isTheNameItselfWhereThatIsUtf8() {
        assertThat(PathBytes.text("größe \\x \uD83D\uDE00 \uFFFD".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("größe \\x \uD83D\uDE00 \uFFFD");
        assertThat(PathBytes.text(bytes("caf\u00E9 \u00C3\u00A9 \\"))).isEqualTo("caf\\xe9 é \\x5c");
    }

    @Test
    void prefersAFileThatIsCalledLikeAnEscape() throws IOException {
        Path broken = PathBytes.resolve(directory, bytes("caf\u00E9"));
        assertThat(PathBytes.resolve(directory, "caf\\xe9")).isEqualTo(broken);
        Path literal = Files.createFile(directory.resolve("caf\\xe9"));
        assertThat(PathBytes.resolve(directory, "caf\\xe9")).isEqualTo(literal);
    }

    /** Java takes the encoding of paths from the locale it is started in. */
    @Test
    void isTheSameInALocaleOfAsciiAlone() throws Exception {
        assumeTrue(System.getProperty("os.name").startsWith("Linux"), "elsewhere paths are always UTF-8");
        for (byte[] name : NAMES) {
            Path file = PathBytes.resolve(directory, name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Lister.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(said.lines()).hasSize(NAMES.size() + 1).contains("ANSI_X3.4-1968");
        assertThat(said.lines().skip(1))
                .containsExactlyInAnyOrderElementsOf(
                        NAMES.stream().map(PathBytes::text).toList());
    }

    /** Says in UTF-8 which files it finds, each of which it must find again by what it says. */
    static final class Lister {
        private Lister() {}

        public static void main(String[] arguments) throws IOException {
            Path root = Path.of(arguments[0]);
            print(System.getProperty("sun.jnu.encoding"));
            for (WorkspaceFile file : WorkspaceWalk.of(root, new WalkOptions(true, true, 0, false))
                    .walk()
                    .files()) {
                if (!Files.isSameFile(PathBytes.resolve(root, file.path()), file.absolute())) {
                    throw new IOException("Another file");
                }
                print(file.path());
            }
        }

        private static void print(String line) {
            System.out.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
