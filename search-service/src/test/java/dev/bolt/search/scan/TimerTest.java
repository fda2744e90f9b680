package dev.bolt.search.scan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.ProblemException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TimerTest {
    private static final int LOOKS = 10_000;

    @Test
    void aThreadThatIsKeptWaitingIsNotSlow() throws InterruptedException {
        var timer = new Timer(Deadline.NONE, Duration.ofMillis(300));
        timer.begin();
        Thread.sleep(400);
        assertThatCode(() -> ticks(timer)).doesNotThrowAnyException();
    }

    @Test
    @Timeout(60)
    void oneThatWorksForLongerThanItMayIs() {
        var timer = new Timer(Deadline.NONE, Duration.ofMillis(20));
        timer.begin();
        assertThatThrownBy(() -> {
                    while (true) {
                        ticks(timer);
                    }
                })
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("takes too long to match");
    }

    private static void ticks(Timer timer) {
        for (int i = 0; i < LOOKS; i++) {
            timer.tick();
        }
    }
}
