package dev.bolt.analysis.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GrammarsTest {
    @Test
    void loadsAllOnThisMachine() {
        assertThat(Grammar.missing()).isEmpty();
        assertThat(Grammars.ofThisMachine().parsers()).containsOnlyKeys(Grammar.values());
    }

    @Test
    void saysWhichMachineHasNone() {
        Grammars none = Grammars.load(new Natives("pdp11-unix"));
        assertThat(none.parsers()).isEmpty();
        assertThat(none.missing()).contains("pdp11-unix").contains("tree-sitter.so");
    }

    @Test
    void leavesNoFileBehind() throws IOException {
        Natives.ofThisMachine().load("tree-sitter-go");
        try (var left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith("bolt-grammar"))
                            .filter(path -> !path.toFile().list().equals(null))
                            .filter(path -> path.toFile().list().length > 0))
                    .isEmpty();
        }
    }

    @Test
    void givesNativeMemoryBack() throws IOException {
        byte[] source = "int f(int a) { return a + 1; }\n".repeat(3000).getBytes();
        parse(source, 20);
        long before = resident();
        parse(source, 60);
        assertThat(resident() - before).isLessThan(150L << 20);
    }

    private static void parse(byte[] source, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(Grammar.C.parse(source, Duration.ofMinutes(1))).isPresent();
        }
    }

    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/statm");
        return Files.exists(status) ? Long.parseLong(Files.readString(status).split(" ")[1]) * 4096 : 0;
    }
}
