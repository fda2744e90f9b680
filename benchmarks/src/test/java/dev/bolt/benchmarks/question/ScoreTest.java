package dev.bolt.benchmarks.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreTest {
    @Test
    void ranksTheFirstRightFile() {
        assertThat(Score.rank(List.of("a", "b", "c"), List.of("c", "b"))).isEqualTo(2);
        assertThat(Score.rank(List.of("a"), List.of("b"))).isZero();
        assertThat(Score.rank(List.of(), List.of("b"))).isZero();
    }

    @Test
    void countsMissesAgainstAllOfThem() {
        List<Integer> ranks = List.of(1, 3, 0, 6);
        assertThat(Score.hit(ranks, 1)).isEqualTo(0.25);
        assertThat(Score.hit(ranks, 5)).isEqualTo(0.5);
        assertThat(Score.reciprocal(ranks)).isCloseTo((1 + 1 / 3.0 + 1 / 6.0) / 4, within(1e-12));
        assertThat(Score.median(List.of(9.0, 1.0, 5.0, 7.0))).isEqualTo(5);
    }

    @Test
    void readsQuestionsAndPassesOverComments(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("q.tsv"), "# comment\n\nshop\twhere?\ta.py b.py\n");
        assertThat(Question.read(file)).containsExactly(new Question("shop", "where?", List.of("a.py", "b.py")));
    }
}
