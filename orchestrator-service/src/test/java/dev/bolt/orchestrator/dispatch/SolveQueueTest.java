package dev.bolt.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.api.solve.Priority;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.solve.SolveState;
import dev.bolt.orchestrator.Shop;
import dev.bolt.orchestrator.queue.QueueProperties;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SolveQueueTest {
    private final SolveQueue queue = new SolveQueue(QueueProperties.defaults(), 8);

    @Test
    void promisesNothingBeforeItKnowsHowLongSolvesTake() {
        for (int i = 0; i < 500; i++) {
            queue.admit(Priority.LOW).take(solve(i));
        }
        queue.admit(Priority.LOW);
        assertThat(queue.predictedWait(Priority.LOW)).isZero();
    }

    @Test
    void refusesWhatWouldWaitLongerThanItsPriorityIsPromised() {
        for (int i = 0; i < 200; i++) {
            queue.admit(Priority.LOW).take(solve(i));
        }
        queue.observe(Duration.ofSeconds(4));
        assertThat(queue.predictedWait(Priority.LOW)).isEqualTo(Duration.ofSeconds(100));
        assertThatThrownBy(() -> queue.admit(Priority.LOW)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.OVERLOADED);
            assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(40));
            assertThat(e.detail()).contains("would wait 100 s, more than the 60 s it is promised");
        });
        queue.admit(Priority.HIGH);
        queue.admit(Priority.CRITICAL);
    }

    @Test
    void refusesWhatFindsNoPlace() {
        for (int i = 0; i < 900; i++) {
            queue.admit(Priority.NORMAL).take(solve(i));
        }
        isFull();
        queue.admit(Priority.CRITICAL).take(solve(901));
        assertThat(queue.size()).isEqualTo(901);
    }

    @Test
    void keepsThePlaceOfWhatItAdmittedUntilThatIsTakenOrGivenBack() {
        for (int i = 0; i < 899; i++) {
            queue.admit(Priority.NORMAL).take(solve(i));
        }
        try (var last = queue.admit(Priority.NORMAL)) {
            isFull();
            last.take(solve(899));
        }
        isFull();
        assertThat(queue.size()).isEqualTo(900);
        try (var unused = queue.admit(Priority.CRITICAL)) {
            assertThat(queue.size()).isEqualTo(900);
        }
        queue.admit(Priority.CRITICAL).take(solve(901));
        assertThat(queue.size()).isEqualTo(901);
    }

    private void isFull() {
        assertThatThrownBy(() -> queue.admit(Priority.NORMAL))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.OVERLOADED));
    }

    @Test
    void knowsUntilWhenEachMayWait() throws InterruptedException {
        queue.admit(Priority.LOW).take(solve(1));
        SolveQueue.Waiting waiting = queue.take();
        assertThat(waiting.solve().id()).isEqualTo("s1");
        assertThat(waiting.until().remaining()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(60));
    }

    private static Solve solve(int number) {
        return new Solve(
                "s" + number,
                SolveRequest.of(Shop.ID, "where?"),
                SolveState.QUEUED,
                Instant.EPOCH,
                null,
                null,
                List.of(),
                null);
    }
}
