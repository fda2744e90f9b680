package dev.bolt.benchmarks.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

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
    void ranksTheLastRightFileOnlyIfAllAreThere() {
        assertThat(Score.lastRank(List.of("a", "b", "c"), List.of("c", "a"))).isEqualTo(3);
        assertThat(Score.lastRank(List.of("a", "b"), List.of("a", "c"))).isZero();
    }
}
