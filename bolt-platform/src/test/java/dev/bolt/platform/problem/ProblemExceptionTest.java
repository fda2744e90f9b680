package dev.bolt.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProblemExceptionTest {
    /** In a flood each refusal made two traces of a hundred frames. */
    @Test
    void tracesFaultsOfItsOwnAndNotWhatCallersDo() {
        assertThat(new ProblemException(Problem.OVERLOADED, "Full").withRetryAfter(Duration.ofSeconds(1)))
                .satisfies(refusal -> assertThat(refusal.getStackTrace()).isEmpty())
                .satisfies(refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
        var fault = new ProblemException(Problem.INTERNAL, "Broken");
        assertThat(fault.getStackTrace()).isNotEmpty();
        assertThat(fault.withField("path").getStackTrace()).isEqualTo(fault.getStackTrace());
    }
}
