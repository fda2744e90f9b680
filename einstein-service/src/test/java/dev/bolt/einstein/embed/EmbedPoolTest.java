package dev.bolt.einstein.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One thread, held by a first piece of work while others line up behind it. */
class EmbedPoolTest {
    private final EmbedPool pool = new EmbedPool(new EmbedProperties("", Accelerator.CPU, 1, 256, 100), 2);
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch held = new CountDownLatch(1);
    private Future<?> first;

    private final Embedder embedder = new Embedder() {
        @Override
        public float[] embed(String text) {
            done.add(text);
            return new float[1];
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public String model() {
            return "one";
        }
    };

    @BeforeEach
    void holdTheThread() throws InterruptedException {
        first = pool.candidate(0, () -> {
            begun.countDown();
            held.await();
            return done.add("held");
        });
        begun.await();
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void takesQuestionsFirstAndTheBestOfEachBeforeTheSecondOfAny() throws Exception {
        List<Future<?>> work = new ArrayList<>();
        for (String one : List.of("a0", "a1", "a2", "b0", "b1")) {
            work.add(pool.candidate(Character.digit(one.charAt(1), 10), () -> done.add(one)));
        }
        work.add(pool.question(embedder, "question"));
        work.add(pool.text(embedder, "text"));
        held.countDown();
        for (Future<?> one : work) {
            one.get();
        }
        assertThat(done).containsExactly("held", "question", "text", "a0", "b0", "a1", "b1", "a2");
    }

    @Test
    void withdrawsWhatHasNotBegun() throws Exception {
        Future<?> waiting = pool.candidate(1, () -> done.add("waiting"));
        Future<?> kept = pool.candidate(2, () -> done.add("kept"));
        pool.withdraw(List.of(first, waiting));
        held.countDown();
        first.get();
        kept.get();
        assertThat(waiting.isCancelled()).isTrue();
        assertThat(done).containsExactly("held", "kept");
    }
}
