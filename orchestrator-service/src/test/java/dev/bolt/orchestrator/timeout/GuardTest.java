package dev.bolt.orchestrator.timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.vitals.ToolStatus;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuardTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final Guard guard =
            new Guard(new AdaptiveTimeout(TimeoutProperties.defaults()), LimitProperties.defaults());
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void close() {
        guard.close();
    }

    @Test
    void givesTheResultAndTheDeadlineOfTheCall() {
        assertThat(guard.call(Tool.GENERIC, 0, LONG, () -> 7)).isEqualTo(7);
        boolean bounded = guard.call(
                Tool.GENERIC, 0, LONG, () -> Deadline.current().remaining().compareTo(LONG) <= 0);
        assertThat(bounded).isTrue();
    }

    @Test
    void interruptsACallWhoseTimeRanOut() {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        fails(
                () -> guard.call(Tool.GENERIC, 0, SHORT, () -> {
                    begun.countDown();
                    return waits(interrupted);
                }),
                Problem.DEADLINE_EXCEEDED);
        boolean neverBegan = begun.getCount() > 0; // a busy machine
        await().until(() -> neverBegan || interrupted.getCount() == 0);
    }

    @Test
    void interruptsACallWhoseCallerIsCalledOff() throws Exception {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> caller = threads.submit(() -> guard.call(Tool.GENERIC, 0, LONG, () -> {
                begun.countDown();
                return waits(interrupted);
            }));
            begun.await();
            caller.cancel(true);
            await().until(() -> interrupted.getCount() == 0);
        }
    }

    /** Each tool has another limit here; each lets as many calls run side by side, and not one more. */
    @ParameterizedTest
    @EnumSource
    void runsAsManyCallsOfAToolAtOnceAsItsSettingSays(Tool tool) throws Exception {
        var limits = new LimitProperties(3, 4, 2, 1, 5, 6);
        int limit = limits.of(tool);
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var full = new CountDownLatch(limit);
        var calls = new ArrayList<Future<?>>();
        try (var limited = new Guard(new AdaptiveTimeout(TimeoutProperties.defaults()), limits);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 3 * limit; i++) {
                calls.add(threads.submit(() -> limited.call(tool, 0, LONG, () -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    full.countDown();
                    full.await();
                    Thread.yield();
                    return running.decrementAndGet();
                })));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }
        assertThat(most).hasValue(limit);
    }

    @Test
    void stopsAskingAServiceThatFailsAgainAndAgain() {
        var asked = new AtomicInteger();
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> guard.call(Tool.CODE_ANALYSIS, 0, LONG, () -> {
                        asked.incrementAndGet();
                        throw new ProblemException(Problem.SERVICE_UNAVAILABLE, "down");
                    }))
                    .isInstanceOf(ProblemException.class);
        }
        assertThat(asked.get()).isEqualTo(10);
        fails(() -> guard.call(Tool.CODE_ANALYSIS, 0, LONG, () -> 1), Problem.SERVICE_UNAVAILABLE);
        assertThat(guard.call(Tool.GENERIC, 0, LONG, () -> 1)).isEqualTo(1);
    }

    @Test
    void doesNotHoldTheCallersMistakesAgainstTheService() {
        for (int i = 0; i < 30; i++) {
            fails(
                    () -> guard.call(Tool.PATTERN_SEARCH, 0, LONG, () -> {
                        throw new ProblemException(Problem.BAD_PATTERN, "unclosed group");
                    }),
                    Problem.BAD_PATTERN);
        }
        assertThat(guard.call(Tool.PATTERN_SEARCH, 0, LONG, () -> 1)).isEqualTo(1);
    }

    @Test
    void doesNotHoldACallThatIsCalledOffAgainstTheService() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 30; i++) {
                var begun = new CountDownLatch(1);
                var interrupted = new CountDownLatch(1);
                Future<?> caller = threads.submit(() -> guard.call(Tool.SEMANTIC_SEARCH, 0, LONG, () -> {
                    begun.countDown();
                    return waits(interrupted);
                }));
                await().until(() -> begun.getCount() == 0 || caller.isDone());
                assertThat(caller.isDone()).as("refused").isFalse();
                caller.cancel(true);
                interrupted.await();
            }
        }
        assertThat(guard.call(Tool.SEMANTIC_SEARCH, 0, LONG, () -> 1)).isEqualTo(1);
    }

    @Test
    void doesNotHoldTimeThatTheCallerDidNotGiveAgainstTheService() {
        Duration hasty = Duration.ofMillis(1);
        for (int i = 0; i < 60; i++) {
            fails(() -> guard.call(Tool.SEMANTIC_SEARCH, 0, hasty, this::waits), Problem.DEADLINE_EXCEEDED);
        }
        assertThat(guard.call(Tool.SEMANTIC_SEARCH, 0, LONG, () -> 1)).isEqualTo(1);
        ToolStatus semantic = guard.status().stream()
                .filter(tool -> tool.name().equals("semantic_search"))
                .findFirst()
                .orElseThrow();
        assertThat(semantic.samples()).isEqualTo(1);
        assertThat(semantic.breaker()).isEqualTo("closed");
    }

    @Test
    void isCalledOffWhileItWaitsForAPlace() throws Exception {
        int limit = LimitProperties.defaults().of(Tool.DEPENDENCY_CHECK);
        var begun = new CountDownLatch(limit);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < limit; i++) {
                threads.submit(() -> guard.call(Tool.DEPENDENCY_CHECK, 0, LONG, () -> {
                    begun.countDown();
                    return waits();
                }));
            }
            begun.await();
            Thread.currentThread().interrupt();
            fails(() -> guard.call(Tool.DEPENDENCY_CHECK, 0, LONG, () -> 1), Problem.DEADLINE_EXCEEDED);
            assertThat(Thread.interrupted()).isTrue();
            never.countDown();
        }
    }

    @Test
    void givesNoCallMoreTimeThanIsLeft() {
        assertThat(guard.timeout(Tool.OPTIMIZATION, 0, Deadline.after(Duration.ofSeconds(1))))
                .isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(guard.timeout(Tool.OPTIMIZATION, 10, Deadline.NONE)).isEqualTo(Duration.ofSeconds(240));
    }

    private int waits() throws InterruptedException {
        never.await();
        return 0;
    }

    private int waits(CountDownLatch interrupted) throws InterruptedException {
        try {
            never.await();
            return 0;
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
    }

    private static void fails(ThrowingCallable call, Problem problem) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
