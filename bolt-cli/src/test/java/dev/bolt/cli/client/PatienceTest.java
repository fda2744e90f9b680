package dev.bolt.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.index.IndexStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final AtomicLong now = new AtomicLong(5);
    private final Patience patience = new Patience(Duration.ofSeconds(60), Duration.ofMinutes(30), now::get);

    @Test
    void waitsAsLongAsSomethingMoves() {
        for (int files = 0; files < 20; files++) {
            assertThat(patience.isSpent(read(files))).isFalse();
            pass(Duration.ofSeconds(59));
        }
        assertThat(patience.isSpent(read(19))).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(patience.isSpent(read(19))).isTrue();
    }

    @Test
    void doesNotWaitForEverEvenSo() {
        int files = 0;
        for (Duration waited = Duration.ZERO; waited.toMinutes() < 30; waited = waited.plusSeconds(30)) {
            assertThat(patience.isSpent(read(files++))).isFalse();
            pass(Duration.ofSeconds(30));
        }
        assertThat(patience.isSpent(read(files))).isTrue();
    }

    @Test
    void aServiceThatNeverAnswersIsNotWaitedForEither() {
        assertThat(patience.isSpent(List.of())).isFalse();
        pass(Duration.ofSeconds(60));
        assertThat(patience.isSpent(List.of())).isTrue();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static List<IndexStatus> read(int files) {
        return List.of(new IndexStatus(
                "einstein", new WorkspaceId("shop"), IndexState.BUILDING, files, 100, 0, 0, 0, null, "reading"));
    }
}
