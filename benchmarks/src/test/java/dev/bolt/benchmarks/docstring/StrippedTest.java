package dev.bolt.benchmarks.docstring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrippedTest {
    @Test
    void takesDocstringsOutOfFunctionsAndAsksWithThoseThatSaySomething(@TempDir Path folder) throws Exception {
        assumeThat(python()).as("python3").isTrue();
        Path source = Files.createDirectory(folder.resolve("source"));
        Files.writeString(source.resolve("a.py"), """
                class Box:
                    \"""A class keeps its own.\"""

                    def open(self):
                        \"""Open the box with care.

                        Details.
                        \"""
                        first()
                        second()
                        third()

                    def shut(self):
                        \"""Too short.\"""
                        first()
                        second()
                        third()
                """);
        Stripped stripped = Stripped.of(source, folder.resolve("work"));
        assertThat(stripped.asked()).containsExactly(new Stripped.Asked("Open the box with care.", "a.py::Box.open"));
        assertThat(stripped.tree().resolve("a.py"))
                .content()
                .contains("A class keeps its own.", "first()")
                .doesNotContain("care", "Details", "short");
    }

    private static boolean python() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }
}
