package dev.bolt.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class EventsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Events events = new Events();

    @Test
    void missesNothingThatWasAnnouncedBeforeItWaits() throws Exception {
        try (var listener = events.listen("a")) {
            events.announce("a");
            listener.await(LONG);
        }
    }

    @Test
    void wakesEveryListenerOfThatSolveAlone() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var listening = new CountDownLatch(2);
            Future<Boolean> one = threads.submit(() -> hears("a", listening));
            Future<Boolean> two = threads.submit(() -> hears("a", listening));
            try (var other = events.listen("b")) {
                listening.await();
                events.announce("a");
                assertThat(one.get()).isTrue();
                assertThat(two.get()).isTrue();
                other.await(Duration.ZERO);
            }
        }
    }

    @Test
    void holdsNothingForSolvesThatNobodyListensTo() {
        events.announce("a");
        assertThat(events.size()).isZero();
        var first = events.listen("a");
        var second = events.listen("a");
        first.close();
        assertThat(events.size()).isEqualTo(1);
        second.close();
        assertThat(events.size()).isZero();
    }

    private boolean hears(String id, CountDownLatch listening) throws InterruptedException {
        try (var listener = events.listen(id)) {
            listening.countDown();
            listener.await(LONG);
            return true;
        }
    }
}
