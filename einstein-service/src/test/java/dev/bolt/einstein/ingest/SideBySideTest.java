package dev.bolt.einstein.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private final ExecutorService threads = Executors.newFixedThreadPool(3);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void doesEveryPieceOnce() throws IOException {
        var left = new AtomicInteger(1000);
        var done = new AtomicInteger();
        SideBySide.run(threads, 3, () -> {
            if (left.getAndDecrement() <= 0) {
                return false;
            }
            done.incrementAndGet();
            return true;
        });
        assertThat(done).hasValue(1000);
    }

    @Test
    void aFailureIsThrownOnlyWhenTheOthersHaveStopped() {
        var begun = new CountDownLatch(1);
        var first = new AtomicBoolean(true);
        var atWork = new AtomicInteger();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> SideBySide.run(threads, 3, () -> {
                    if (first.getAndSet(false)) {
                        uninterrupted(begun);
                        throw new IOException("full");
                    }
                    atWork.incrementAndGet();
                    begun.countDown();
                    Thread.onSpinWait();
                    atWork.decrementAndGet();
                    return true;
                }))
                .withMessage("full");
        assertThat(atWork).hasValue(0);
    }

    @Test
    void anInterruptStopsAllOfThem() {
        var waiter = Thread.currentThread();
        var once = new AtomicBoolean(true);
        assertThatThrownBy(() -> SideBySide.run(threads, 3, () -> {
                    if (once.getAndSet(false)) {
                        waiter.interrupt();
                    }
                    return true;
                }))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void uninterrupted(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }
}
