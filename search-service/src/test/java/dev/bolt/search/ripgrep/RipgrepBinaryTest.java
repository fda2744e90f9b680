package dev.bolt.search.ripgrep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class RipgrepBinaryTest {
    @TempDir
    Path directory;

    @Test
    void takesARecentOne() throws IOException {
        assertThat(find("echo 'ripgrep 14.1.1 (rev 4649aa9700)'"))
                .hasValueSatisfying(found -> assertThat(found.version()).isEqualTo("14.1.1"));
    }

    @Test
    void refusesOneThatIsTooOldOrSomethingElse() throws IOException {
        assertThat(find("echo 'ripgrep 13.0.0'")).isEmpty();
        assertThat(find("echo 'ugrep 3.11.2'")).isEmpty();
        assertThat(find("exit 3")).isEmpty();
    }

    @Test
    @Timeout(30)
    void refusesOneThatDoesNotAnswer() throws IOException {
        assertThat(find("sleep 600; echo 'ripgrep 14.1.1'")).isEmpty();
    }

    @Test
    void refusesWhatCannotBeRun() {
        assertThat(RipgrepBinary.find(
                        properties(directory.resolve("no-such-file").toString())))
                .isEmpty();
        assertThat(RipgrepBinary.find(properties(directory.toString()))).isEmpty();
    }

    @Test
    void usesNoneIfToldSo() {
        assertThat(RipgrepBinary.find(properties("none"))).isEmpty();
    }

    private Optional<RipgrepBinary> find(String script) throws IOException {
        Path file = directory.resolve("rg");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return RipgrepBinary.find(properties(file.toString()));
    }

    private static RipgrepProperties properties(String path) {
        return new RipgrepProperties(path, 0, 1, DataSize.ofKilobytes(64), DataSize.ofMegabytes(1));
    }
}
