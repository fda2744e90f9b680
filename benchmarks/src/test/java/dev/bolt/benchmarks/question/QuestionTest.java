package dev.bolt.benchmarks.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionTest {
    @Test
    void readsQuestionsAndPassesOverComments(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("q.tsv"), "# comment\n\nshop\twhere?\ta.py b.py\n");
        assertThat(Question.read(file)).containsExactly(new Question("shop", "where?", List.of("a.py", "b.py")));
    }
}
