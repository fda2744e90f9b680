package dev.bolt.orchestrator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepthTest {
    private final Depth depth = new Depth("secret");

    @Test
    void countsAndEndsAtOne() {
        assertThat(depth.of(null)).isZero();
        assertThat(depth.of(depth.header(0))).isEqualTo(1);
        assertThatThrownBy(() -> depth.of(depth.header(1)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.RECURSION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1", "1.", "0.aa", "-1.a", "1.00000000000000000000000000000000", "99999999999.a", "x.y"})
    void believesNobodyElse(String header) {
        assertThatThrownBy(() -> depth.of(header))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.BAD_REQUEST));
        assertThatThrownBy(() -> depth.of(new Depth("other").header(0))).isInstanceOf(ProblemException.class);
    }
}
