package dev.bolt.orchestrator.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.solve.RankedFile;
import dev.bolt.orchestrator.evidence.Ranking;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfidenceTest {
    private static final List<RankedFile> FILES = List.of(new RankedFile("a.py", 1, List.of()));

    @Test
    void isZeroForNothing() {
        assertThat(Confidence.of(new Ranking(List.of(), List.of(), true, 1, 1))).isZero();
    }

    @Test
    void recognisesAQuestionAboutSomethingElse() {
        assertThat(of(false, 0.28, 0.28)).isLessThan(0.3);
        assertThat(of(false, 0.62, 0.9)).isGreaterThan(0.9);
    }

    @Test
    void growsWithEachOfItsReasons() {
        for (double cosine = 0; cosine <= 1; cosine += 0.1) {
            for (double cover = 0; cover <= 1; cover += 0.1) {
                double now = of(false, cosine, cover);
                assertThat(of(false, cosine + 0.05, cover)).isGreaterThanOrEqualTo(now);
                assertThat(of(false, cosine, cover + 0.05)).isGreaterThanOrEqualTo(now);
                assertThat(of(true, cosine, cover)).isGreaterThanOrEqualTo(now);
                assertThat(now).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void isNeverSureWithoutMeaning() {
        assertThat(of(true, -1, 1)).isEqualTo(0.7);
        assertThat(of(false, -1, 0.2)).isLessThan(0.3);
    }

    private static double of(boolean anchored, double cosine, double cover) {
        return Confidence.of(new Ranking(FILES, List.of(), anchored, cosine, cover));
    }
}
