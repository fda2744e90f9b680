package dev.bolt.gateway.admit;

import static dev.bolt.api.solve.Priority.CRITICAL;
import static dev.bolt.api.solve.Priority.NORMAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private static final Duration HOLD = Duration.ofMillis(250);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - HOLD.toNanos() / 2); // passes zero, as clocks may
    private final Refusals refusals = new Refusals(HOLD, now::get);

    @Test
    void standForTheirPriorityAndTheirTime() {
        assertThat(refusals.standing(NORMAL)).isEmpty();
        refusals.refused(NORMAL, Duration.ofSeconds(7));
        passes(HOLD.minusNanos(1));
        assertThat(refusals.standing(NORMAL))
                .contains(Duration.ofSeconds(7).minus(HOLD).plusNanos(1));
        assertThat(refusals.standing(CRITICAL)).isEmpty();
    }

    @Test
    void letOnePassEachTimeToSee() {
        refusals.refused(NORMAL, Duration.ofSeconds(7));
        passes(HOLD);
        assertThat(refusals.standing(NORMAL)).isEmpty();
        assertThat(refusals.standing(NORMAL)).contains(Duration.ofSeconds(7).minus(HOLD));
        passes(HOLD);
        assertThat(refusals.standing(NORMAL)).isEmpty();
    }

    @Test
    void endWhenTheQueueTakesOne() {
        refusals.refused(NORMAL, Duration.ofSeconds(7));
        refusals.taken(NORMAL);
        assertThat(refusals.standing(NORMAL)).isEmpty();
    }

    @Test
    void neverTellAPastTime() {
        refusals.refused(NORMAL, Duration.ZERO);
        passes(HOLD.dividedBy(2));
        assertThat(refusals.standing(NORMAL)).contains(Duration.ZERO);
    }

    @Test
    void doNotStandWithoutTime() {
        var none = new Refusals(Duration.ZERO, now::get);
        none.refused(NORMAL, Duration.ofSeconds(7));
        assertThat(none.standing(NORMAL)).isEmpty();
    }

    private void passes(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
