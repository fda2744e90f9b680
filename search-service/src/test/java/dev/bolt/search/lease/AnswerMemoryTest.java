package dev.bolt.search.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class AnswerMemoryTest {
    private static final long MB = 1 << 20;

    @Test
    void aSmallAnswerIsNotCounted() {
        var memory = new AnswerMemory(0, 1);
        try (Lease lease = memory.lease(Deadline.NONE)) {
            assertThat(lease.take(Lease.FREE)).isTrue();
            assertThat(memory.used()).isZero();
            assertThat(lease.take(1)).isFalse();
        }
    }

    @Test
    void theFirstMayHaveAllAndThenEnds() {
        var memory = new AnswerMemory(8 * MB, 4);
        try (Lease first = memory.lease(Deadline.NONE)) {
            assertThat(first.take(Lease.FREE + 8 * MB)).isTrue();
            assertThat(first.take(1)).isFalse();
            first.give(MB);
            assertThat(first.take(MB)).isTrue();
        }
        assertThat(memory.used()).isZero();
    }

    @Test
    void aLaterOneWaitsForTheFirstAndHasTheRestThen() throws Exception {
        var memory = new AnswerMemory(8 * MB, 4);
        Lease first = memory.lease(Deadline.NONE);
        try (var threads = Executors.newSingleThreadExecutor();
                Lease later = memory.lease(Deadline.NONE)) {
            assertThat(later.take(Lease.FREE + 2 * MB)).isTrue();
            var begun = new CountDownLatch(1);
            var more = threads.submit(() -> {
                begun.countDown();
                return later.take(MB);
            });
            begun.await();
            assertThat(first.take(Lease.FREE + 6 * MB)).isTrue();
            assertThat(more.isDone()).isFalse();
            first.close();
            assertThat(more.get(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(memory.used()).isZero();
    }

    @Test
    void whoWaitsDoesSoUntilItsDeadline() {
        var memory = new AnswerMemory(4 * MB, 4);
        try (Lease first = memory.lease(Deadline.NONE);
                Lease later = memory.lease(Deadline.after(Duration.ofMillis(50)))) {
            assertThat(first.take(MB)).isTrue();
            assertThat(later.take(Lease.FREE + 2 * MB)).isFalse();
            assertThat(memory.used()).isEqualTo(MB - Lease.FREE);
        }
    }

    @Test
    void moreThanTheirPlacesWaitTheirTurn() {
        var memory = new AnswerMemory(new AnswerProperties(DataSize.ofMegabytes(1), 1));
        Deadline soon = Deadline.after(Duration.ofMillis(50));
        try (Lease only = memory.lease(Deadline.NONE)) {
            assertThat(only.take(1)).isTrue();
            assertThatThrownBy(() -> memory.lease(soon))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            late -> assertThat(late.problem()).isEqualTo(Problem.DEADLINE_EXCEEDED));
        }
        memory.lease(Deadline.NONE).close();
    }

    /** However many take however much: never more than there is, nobody for ever, nothing kept. */
    @Test
    void holdsItsBoundUnderManyThreads() throws Exception {
        long bytes = 4 * MB;
        var memory = new AnswerMemory(bytes, 16);
        var served = new AtomicInteger();
        Callable<Boolean> search = () -> {
            try (Lease lease = memory.lease(Deadline.after(Duration.ofMinutes(1)))) {
                for (int i = 0; i < 40; i++) {
                    if (!lease.take(100_000)) {
                        break;
                    }
                    assertThat(memory.used()).isLessThanOrEqualTo(bytes);
                }
                return served.incrementAndGet() > 0;
            }
        };
        try (var threads = Executors.newFixedThreadPool(24)) {
            for (var one : threads.invokeAll(
                    IntStream.range(0, 200).mapToObj(i -> search).toList())) {
                one.get();
            }
        }
        assertThat(served).hasValue(200);
        assertThat(memory.used()).isZero();
    }

    @Test
    void theSettingsSayHowMuch() {
        assertThat(new AnswerProperties(DataSize.ofMegabytes(7), 1).bytes()).isEqualTo(7 * MB);
        assertThat(new AnswerProperties(DataSize.ofBytes(0), 1).bytes())
                .isEqualTo(Runtime.getRuntime().maxMemory() / 3);
        assertThatIllegalArgumentException().isThrownBy(() -> new AnswerProperties(DataSize.ofBytes(-1), 1));
    }
}
