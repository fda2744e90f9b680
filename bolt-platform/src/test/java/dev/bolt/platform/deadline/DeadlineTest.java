package dev.bolt.platform.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final long HOUR = 3_600_000;

    @Property(tries = 200)
    void theEarlierOfTwoIsTheShorter(
            @ForAll @LongRange(max = HOUR) long one, @ForAll @LongRange(max = HOUR) long other) {
        Deadline first = Deadline.after(Duration.ofMillis(one));
        Deadline second = Deadline.after(Duration.ofMillis(other));
        Deadline shorter = one <= other ? first : second;

        assertThat(first.earlier(second)).isSameAs(shorter);
        assertThat(second.earlier(first).remaining()).isLessThanOrEqualTo(Duration.ofMillis(Math.min(one, other)));
        assertThat(first.earlier(Deadline.NONE)).isSameAs(first);
        assertThat(Deadline.NONE.earlier(first)).isSameAs(first);
    }

    @Property(tries = 200)
    void remainingIsNeverNegativeNorMoreThanGiven(@ForAll @LongRange(min = -HOUR, max = Long.MAX_VALUE) long millis) {
        Duration given = Duration.ofMillis(millis);
        Duration remaining = Deadline.after(given).remaining();

        assertThat(remaining).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(remaining).isLessThanOrEqualTo(given.isNegative() ? Duration.ZERO : given);
    }

    @Property(tries = 50)
    void aTaskInsideNeverGetsMoreTimeThanItsCaller(
            @ForAll @LongRange(min = 1000, max = HOUR) long outer,
            @ForAll @LongRange(min = 1000, max = HOUR) long inner) {
        Duration seen = Deadline.after(Duration.ofMillis(outer))
                .call(() -> Deadline.after(Duration.ofMillis(inner))
                        .call(() -> Deadline.current().remaining()));
        assertThat(seen).isLessThanOrEqualTo(Duration.ofMillis(Math.min(outer, inner)));
    }

    @Test
    void passesAtOnceWhenItIsCalledOff() {
        var over = new AtomicBoolean();
        var also = new AtomicBoolean();
        Deadline first = Deadline.after(Duration.ofHours(1)).orWhen(over::get);
        Deadline both = Deadline.NONE.orWhen(also::get).earlier(first);
        Deadline inside = first.call(() -> Deadline.after(Duration.ofMinutes(1)).call(Deadline::current));
        Deadline longer = first.call(() -> Deadline.after(Duration.ofHours(2)).call(Deadline::current));
        for (Deadline deadline : List.of(first, both, inside, longer)) {
            assertThat(deadline.expired()).isFalse();
            assertThat(deadline.bounded()).isTrue();
        }
        over.set(true);
        for (Deadline deadline : List.of(first, both, inside, longer)) {
            assertThat(deadline.expired()).isTrue();
            assertThat(deadline.remaining()).isEqualTo(Duration.ZERO);
            assertThatThrownBy(deadline::check).isInstanceOf(ProblemException.class);
        }
        over.set(false);
        also.set(true);
        assertThat(both.expired()).isTrue();
        assertThat(inside.expired()).isFalse();
        assertThat(Deadline.NONE.expired()).isFalse();
    }

    @Test
    void isNoneOutsideARequest() {
        assertThat(Deadline.current()).isSameAs(Deadline.NONE);
        assertThat(Deadline.NONE.expired()).isFalse();
        Deadline.NONE.check();
    }

    @Test
    void refusesToGoOnAfterItPassed() {
        Deadline passed = Deadline.after(Duration.ZERO);
        assertThat(passed.expired()).isTrue();
        assertThatThrownBy(passed::check)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("DEADLINE_EXCEEDED");
    }

    @Test
    void letsTheTasksOwnExceptionPass() {
        assertThatThrownBy(() -> Deadline.NONE.call(() -> {
                    throw new IOException("own");
                }))
                .isInstanceOf(IOException.class);
    }

    @Test
    void goesAlongToAnotherThreadWhenTaken() throws Exception {
        Deadline deadline = Deadline.after(Duration.ofMinutes(1));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(executor.submit(() -> deadline.call(Deadline::current)).get())
                    .isSameAs(deadline);
            assertThat(executor.submit(Deadline::current).get()).isSameAs(Deadline.NONE);
        }
    }
}
