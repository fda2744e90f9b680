package dev.bolt.einstein.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.einstein.lexical.ChunkHit;
import dev.bolt.einstein.lexical.FileHit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FusionTest {
    private static final Fusion FUSION = new Fusion(0.3);

    @Test
    void addsTheLikenessAndThreeTenthsOfTheWords() {
        var best = FUSION.fuse(
                List.of(hit("a.py", 10), hit("b.py", 5)),
                10,
                known(1, hit("b.py", 0.9), hit("c.py", 0.5), hit("d.py", 0.4)),
                around("nothing"));
        assertThat(paths(best)).containsExactly("b.py", "a.py", "c.py", "d.py");
        assertThat(best).extracting(Ranked::score).satisfies(scores -> {
            assertThat(scores.get(0)).isCloseTo(0.9 - 0.4 + 0.3 * 0.5, within(1e-12));
            assertThat(scores.get(1)).isCloseTo(0.3, within(1e-12));
            assertThat(scores.get(2)).isCloseTo(0.1, within(1e-12));
        });
        assertThat(best.getFirst().sources()).containsEntry("lexical", 5.0).containsEntry("semantic", 0.9);
    }

    @Test
    void letsTheWordsCountAsMuchAsTheSettingSays() {
        var words = List.of(hit("words.py", 10));
        var near = known(1, hit("meaning.py", 0.9), hit("words.py", 0.8));
        assertThat(paths(new Fusion(0.3).fuse(words, 10, near, around("nothing"))))
                .containsExactly("words.py", "meaning.py");
        assertThat(paths(new Fusion(0.05).fuse(words, 10, near, around("nothing"))))
                .containsExactly("meaning.py", "words.py");
    }

    @Test
    void letsABetterModelCountForMore() {
        var words = List.of(hit("words.py", 10));
        ChunkHit[] near = {hit("meaning.py", 0.90), hit("words.py", 0.78)};
        assertThat(paths(FUSION.fuse(words, 10, known(1, near), around("nothing"))))
                .containsExactly("words.py", "meaning.py");
        assertThat(paths(FUSION.fuse(words, 10, known(3, near), around("nothing"))))
                .containsExactly("meaning.py", "words.py");
    }

    @Test
    void takesACandidateWithoutAVectorForAsLikelyAsThoseThatHaveOneMakeOneExpect() {
        var words = List.of(
                hit("best.py", 10), hit("unknown.py", 9), hit("good.py", 8), hit("worst.py", 8), hit("far.py", 10));
        ChunkHit[] near = {hit("best.py", 0.9), hit("good.py", 0.6), hit("worst.py", 0.2)};
        var best = FUSION.fuse(words, 10, few(Set.of("unknown.py"), near), around("nothing"));
        assertThat(paths(best)).containsExactly("best.py", "good.py", "unknown.py", "far.py", "worst.py");
        double over = ((0.7 - 0.3) + (0.4 - 0.24) + (0 - 0.24) + (0 - 0.3)) / 4;
        assertThat(best.get(2).score()).isCloseTo(over + 0.27 + 0.27, within(1e-12));
        assertThat(best.get(2).sources()).doesNotContainKey("semantic");
        assertThat(paths(FUSION.fuse(words, 10, known(1, near), around("nothing")))
                        .indexOf("unknown.py"))
                .isEqualTo(3);
    }

    @Test
    void doesNotTakeAPoorCandidateForOneOfThePromisingThatHaveVectors() {
        var words = List.of(hit("best.py", 10), hit("next.py", 9), hit("poor.py", 1));
        var few = few(Set.of("poor.py"), hit("best.py", 0.9), hit("next.py", 0.5));
        var best = FUSION.fuse(words, 10, few, around("nothing"));
        assertThat(paths(best)).containsExactly("best.py", "next.py", "poor.py");
        assertThat(best.getLast().score()).isCloseTo(0.03, within(1e-12));
    }

    @Test
    void callsPromisingWhatNameAndFileSpeakFor() {
        List<ChunkHit> words = List.of(hit("a.py", 9), hit("c.py", 8.9), named("b.py", "Cart.sendAll"), hit("d.py", 1));
        var around = Fusion.Around.of("sends all of it", List.of(new FileHit("c.py", 2.0, Map.of())));
        assertThat(FUSION.promising(words, 3, around))
                .extracting(ChunkHit::path)
                .containsExactly("c.py", "b.py", "a.py");
    }

    @Test
    void wordsBeyondTheCandidatesHelpWhatTheVectorsFoundAndAreNotAnswered() {
        var best = FUSION.fuse(
                List.of(hit("a.py", 10), hit("b.py", 8), hit("c.py", 6)),
                1,
                known(1, hit("c.py", 0.5)),
                around("nothing"));
        assertThat(paths(best)).containsExactly("a.py", "c.py");
        assertThat(best.getLast().sources()).containsEntry("lexical", 6.0);
    }

    @Test
    void doesNotLetTheFewVectorsThereAreDecideOverTheManyMissing() {
        var words = List.of(hit("a.py", 9), hit("b.py", 8), hit("c.py", 1));
        var few = few(Set.of("a.py", "b.py"), hit("unrelated.py", 0.9), hit("c.py", 0.5), hit("other.py", 0.1));
        assertThat(paths(FUSION.fuse(words, 10, few, around("nothing"))))
                .containsExactly("a.py", "b.py", "unrelated.py", "c.py", "other.py");
    }

    @Test
    void letsTestsStepBackUnlessTheyAreAskedFor() {
        List<ChunkHit> words = List.of(hit("tests/test_a.py", 9), hit("a.py", 8));
        assertThat(paths(FUSION.fuse(words, 10, Fusion.Meaning.NONE, around("nothing"))))
                .containsExactly("a.py", "tests/test_a.py");
        assertThat(paths(FUSION.fuse(words, 10, Fusion.Meaning.NONE, around("tests of it"))))
                .containsExactly("tests/test_a.py", "a.py");
    }

    @Test
    void prefersTheNameAndTheFileThatTheQuestionSpeaksOf() {
        List<ChunkHit> words = List.of(hit("a.py", 8), named("b.py", "Cart.sendAll"), hit("c.py", 8));
        var around = Fusion.Around.of(
                "sends all of it", List.of(new FileHit("c.py", 2.0, Map.of()), new FileHit("b.py", 0.5, Map.of())));
        var best = FUSION.fuse(words, 10, Fusion.Meaning.NONE, around);
        assertThat(paths(best)).containsExactly("b.py", "c.py", "a.py");
        assertThat(best).extracting(Ranked::score).satisfies(scores -> {
            assertThat(scores.get(0)).isCloseTo(0.3 + 0.1 + 0.025, within(1e-12));
            assertThat(scores.get(1)).isCloseTo(0.3 + 0.1, within(1e-12));
            assertThat(scores.get(2)).isCloseTo(0.3, within(1e-12));
        });
    }

    @Test
    void ordersEqualsByPath() {
        assertThat(paths(FUSION.fuse(
                        List.of(hit("z.py", 1), hit("y.py", 1)), 10, Fusion.Meaning.NONE, around("nothing"))))
                .containsExactly("y.py", "z.py");
    }

    @Test
    void refusesABudgetOutOfItsRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new QueryProperties(Duration.ofSeconds(11), 100, 0.3, 4));
    }

    private static Fusion.Meaning known(double weight, ChunkHit... near) {
        return new Fusion.Meaning(List.of(near), Set.of(), weight);
    }

    private static Fusion.Meaning few(Set<String> unknown, ChunkHit... near) {
        return new Fusion.Meaning(
                List.of(near), unknown.stream().map(ChunkId::of).collect(Collectors.toSet()), 1);
    }

    private static List<String> paths(List<Ranked> ranked) {
        return ranked.stream().map(one -> one.hit().path()).toList();
    }

    private static Fusion.Around around(String question) {
        return Fusion.Around.of(question, List.of());
    }

    private static ChunkHit named(String path, String symbol) {
        return new ChunkHit(ChunkId.of(path), path, symbol, "function", 1, 2, 8);
    }

    private static ChunkHit hit(String path, double score) {
        return new ChunkHit(ChunkId.of(path), path, "f", "function", 1, 2, score);
    }
}
