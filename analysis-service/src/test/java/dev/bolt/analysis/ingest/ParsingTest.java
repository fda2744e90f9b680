package dev.bolt.analysis.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bolt.platform.workspace.WorkspaceFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParsingTest {
    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final ConcurrentLinkedQueue<Long> parsed = new ConcurrentLinkedQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch held = new CountDownLatch(1);

    @AfterEach
    void ends() {
        held.countDown();
        pool.shutdownNow();
    }

    @Test
    void parsesAllThatIsAddedWhileItRuns() throws Exception {
        try (var parsing = parsing(2, this::note)) {
            IntStream.range(0, 500).forEach(size -> parsing.add(file(size)));
            parsing.finish();
        }
        assertThat(parsed).hasSize(500).doesNotHaveDuplicates();
    }

    @Test
    void takesTheLargestOfThoseThatWait() throws Exception {
        try (var parsing = parsing(1, this::holdTheFirst)) {
            parsing.add(file(0));
            begun.await();
            List.of(3, 9, 1, 5).forEach(size -> parsing.add(file(size)));
            held.countDown();
            parsing.finish();
        }
        assertThat(parsed).containsExactly(0L, 9L, 5L, 3L, 1L);
    }

    @Test
    void aFailureIsToldOnceTheOthersHaveParsedTheRest() throws Exception {
        try (var parsing = parsing(2, file -> {
            if (file.sizeBytes() == 50) {
                throw new IllegalStateException("a defect");
            }
            note(file);
        })) {
            IntStream.rangeClosed(1, 50).forEach(size -> parsing.add(file(size)));
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(parsing::finish)
                    .havingRootCause()
                    .withMessage("a defect");
        }
        assertThat(parsed).hasSize(49);
        assertThat(isFree()).isTrue();
    }

    @Test
    void whatWaitsIsNotParsedAfterACancel() throws Exception {
        try (var parsing = parsing(1, this::holdTheFirst)) {
            parsing.add(file(7));
            begun.await();
            parsing.add(file(8));
            parsing.add(file(9));
            var cancelled = pool.submit(() -> {
                parsing.cancel();
                return null;
            });
            while (parsing.waits() != 1) {
                Thread.onSpinWait();
            }
            held.countDown();
            cancelled.get();
        }
        assertThat(parsed).containsExactly(7L);
    }

    @Test
    void endsWhenNobodyWantsTheRest() throws Exception {
        var wanted = new AtomicBoolean(true);
        try (var parsing = new Parsing(
                pool,
                1,
                file -> {
                    note(file);
                    wanted.set(false);
                },
                wanted::get)) {
            IntStream.range(0, 100).forEach(size -> parsing.add(file(size)));
            parsing.finish();
        }
        assertThat(parsed).hasSize(1);
    }

    @Test
    void freesItsThreadsWhereItIsLeftInTheMiddle() throws Exception {
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> {
            try (var parsing = parsing(2, this::note)) {
                parsing.add(file(1));
                throw new IllegalStateException("the walk ends early");
            }
        });
        assertThat(isFree()).isTrue();
    }

    private Parsing parsing(int threads, Consumer<WorkspaceFile> parser) {
        return new Parsing(pool, threads, parser, () -> true);
    }

    private void note(WorkspaceFile file) {
        parsed.add(file.sizeBytes());
    }

    private void holdTheFirst(WorkspaceFile file) {
        note(file);
        begun.countDown();
        try {
            held.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether both threads take something else. */
    private boolean isFree() throws InterruptedException {
        var both = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            pool.execute(() -> {
                both.countDown();
                try {
                    both.await();
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        return both.await(20, TimeUnit.SECONDS);
    }

    private static WorkspaceFile file(long sizeBytes) {
        return new WorkspaceFile(sizeBytes + ".py", Path.of(sizeBytes + ".py"), sizeBytes, Instant.EPOCH);
    }
}
