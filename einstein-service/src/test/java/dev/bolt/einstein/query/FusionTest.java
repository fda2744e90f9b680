package dev.bolt.einstein.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.bolt.api.einstein.SimilarChunk;
import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.einstein.lexical.ChunkHit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FusionTest {
    @Test
    void weighsVectorsTwiceAndAddsBothRanks() {
        var best = new Fusion()
                .lexical(List.of(hit("a.py", 9), hit("b.py", 8)))
                .semantic(List.of(hit("b.py", 0.9), hit("c.py", 0.8)), 1)
                .best(10, false);
        assertThat(best).extracting(chunk -> chunk.span().path()).containsExactly("b.py", "c.py", "a.py");
        assertThat(best.getFirst().score()).isCloseTo(1.0 / 62 + 2.0 / 61, within(1e-12));
        assertThat(best.getFirst().sources()).containsEntry("lexical", 8.0).containsEntry("semantic", 0.9);
    }

    @Test
    void doesNotLetTheFewVectorsThereAreDecideOverTheManyMissing() {
        var best = new Fusion()
                .lexical(List.of(hit("a.py", 9), hit("b.py", 8)))
                .semantic(List.of(hit("unrelated.py", 0.1)), 0.02)
                .best(10, false);
        assertThat(paths(best)).containsExactly("a.py", "b.py", "unrelated.py");
    }

    @Test
    void letsTestsStepBackUnlessTheyAreAskedFor() {
        var fusion = new Fusion().lexical(List.of(hit("tests/test_a.py", 9), hit("a.py", 8)));
        assertThat(paths(fusion.best(2, false))).containsExactly("a.py", "tests/test_a.py");
        assertThat(paths(fusion.best(2, true))).containsExactly("tests/test_a.py", "a.py");
    }

    @Test
    void ordersEqualsByPathAndKeepsToTheLimit() {
        var fusion = new Fusion().lexical(List.of(hit("b.py", 1))).semantic(List.of(), 1);
        assertThat(paths(fusion.best(0, false))).isEmpty();
        var equal =
                new Fusion().lexical(List.of(hit("z.py", 1), hit("y.py", 1))).best(1, false);
        assertThat(paths(equal)).containsExactly("z.py");
    }

    @Test
    void refusesABudgetOutOfItsRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new QueryProperties(Duration.ofSeconds(11), 100));
    }

    private static List<String> paths(List<SimilarChunk> chunks) {
        return chunks.stream().map(chunk -> chunk.span().path()).toList();
    }

    private static ChunkHit hit(String path, double score) {
        return new ChunkHit(ChunkId.of(path), path, "f", "function", 1, 2, score);
    }
}
