package dev.bolt.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CrewTest {
    @Test
    void waitsForThoseAtWork() throws Exception {
        try (var pool = Executors.newFixedThreadPool(1)) {
            var crew = new Crew(pool, 1);
            var begun = new CountDownLatch(1);
            var end = new CountDownLatch(1);
            var helped = new AtomicInteger();
            crew.call(() -> {
                begun.countDown();
                await(end);
                helped.incrementAndGet();
            });
            begun.await();
            Thread.ofVirtual().start(end::countDown);
            crew.leave();
            assertThat(helped).hasValue(1);
        }
    }

    @Test
    void doesNotWaitForThoseWhoHaveNotBegunAndThenNeverDo() throws Exception {
        try (var pool = Executors.newFixedThreadPool(1)) {
            var end = new CountDownLatch(1);
            pool.submit(() -> await(end));
            var crew = new Crew(pool, 2);
            var helped = new AtomicInteger();
            crew.call(helped::incrementAndGet);
            crew.leave();
            end.countDown();
            pool.submit(() -> {}).get();
            assertThat(helped).hasValue(0);
        }
    }

    @Test
    void callsForAsManyAsAreMissing() throws Exception {
        try (var pool = Executors.newFixedThreadPool(4)) {
            var crew = new Crew(pool, 3);
            var helped = new AtomicInteger();
            var together = new CountDownLatch(3);
            for (int i = 0; i < 3; i++) {
                crew.call(() -> {
                    helped.incrementAndGet();
                    together.countDown();
                    await(together);
                });
            }
            together.await();
            crew.leave();
            assertThat(helped.get()).isGreaterThanOrEqualTo(3);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
