package dev.bolt.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.solve.Priority;
import dev.bolt.api.solve.RankedFile;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveAnswer;
import dev.bolt.api.solve.SolveEvent;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.solve.SolveState;
import dev.bolt.api.solve.Step;
import dev.bolt.api.solve.StepOutcome;
import dev.bolt.orchestrator.Shop;
import dev.bolt.orchestrator.queue.QueueProperties;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Several lives of the service over one ledger, each cut off in the middle of its work, a client of each priority, and
 * attempts of a life before that still want to have their say. Whatever keeps the ledger must keep its word.
 */
abstract class HistoryKit extends DispatcherLives {
    private static final int LIVES = 4;
    private static final int EACH = 12;
    private static final int SLOTS = 8;
    private static final Step LATE = new Step("late", "generic", List.of(), "agent-0", 0, 0, 0, StepOutcome.OK, "");

    /** Moves on with every look, so that what happened first is known. */
    private final AtomicLong moments = new AtomicLong();

    private final InstantSource ticking = () -> NOW.plusMillis(moments.incrementAndGet());
    private final History history = new History();

    @Test
    void keepsItsWordToAllClientsOverSeveralLives() throws Exception {
        life.close();
        for (int number = 1; number <= LIVES; number++) {
            knowledge.hold();
            life = new Life(patient(), null, ticking, waits());
            outvoteTheLifeBefore();
            ask(number);
            await().until(this::isBusy);
            knowledge.release();
            int ended = number * EACH;
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> all().stream()
                                    .filter(solve -> solve.state().ended())
                                    .count()
                            >= ended);
            if (number < LIVES) {
                knowledge.hold();
                await().until(() -> knowledge.held() > 0);
                life.close();
            }
        }
        await().atMost(Duration.ofMinutes(1))
                .until(() -> all().stream().allMatch(solve -> solve.state().ended()));
        List<Solve> kept = all();
        assertThat(history.broken(kept, id -> life.ledger.events(id, 0), SLOTS, LIVES))
                .isEmpty();
        assertThat(kept).hasSize(LIVES * EACH * Priority.values().length);
        assertThat(kept).extracting(Solve::state).containsOnly(SolveState.COMPLETE);
        assertThat(kept).extracting(HistoryKit::files).containsOnly(List.of("shop/cart.py", "shop/tax.py"));
        assertThat(kept.stream().flatMap(solve -> solve.steps().stream()))
                .extracting(Step::name)
                .doesNotContain(LATE.name());
    }

    /**
     * One client a priority, which waits for its acknowledgement before it asks again; then each asks its last anew.
     */
    private void ask(int number) throws Exception {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Priority priority : Priority.values()) {
                var _ = clients.submit(() -> {
                    for (int i = 0; i < EACH; i++) {
                        submit(number, priority, i);
                    }
                    submit(number, priority, EACH - 1);
                });
            }
        }
        if (number > 1) {
            submit(number - 1, Priority.LOW, 0);
        }
    }

    private void submit(int number, Priority priority, int i) {
        var request = new SolveRequest(Shop.ID, "who uses `Cart.total`?", true, 0, 0, priority, 0);
        String key = "%d %s %d".formatted(number, priority, i);
        history.acknowledged(life.dispatcher.submit(request, key, false).id(), priority);
    }

    /** Those that this life has taken up again were begun before: what that attempt says no longer counts. */
    private void outvoteTheLifeBefore() {
        if (history.ids().isEmpty()) {
            return;
        }
        await().until(this::isBusy);
        int outvoted = 0;
        for (Solve solve : all()) {
            long starts = life.ledger.events(solve.id(), 0).stream()
                    .map(SolveEvent::type)
                    .filter("started"::equals)
                    .count();
            for (long before = 1; before < starts; before++) {
                assertThat(life.ledger.step(solve.id(), before, LATE, NOW)).isFalse();
                assertThat(life.ledger.end(solve.id(), before, SolveState.FAILED, null, "late", NOW))
                        .isFalse();
                outvoted++;
            }
        }
        assertThat(outvoted).isPositive();
    }

    private boolean isBusy() {
        return life.dispatcher.waiting() == life.ledger.unended().size() - SLOTS;
    }

    private List<Solve> all() {
        return life.ledger.newest(10_000, List.of());
    }

    private static List<String> files(Solve solve) {
        SolveAnswer answer = Objects.requireNonNull(solve.answer());
        return answer.files().stream().map(RankedFile::path).toList();
    }

    private static SolveProperties patient() {
        Duration minutes = Duration.ofMinutes(5);
        return new SolveProperties(SLOTS, 10_000, minutes, minutes, minutes, minutes);
    }

    private static QueueProperties waits() {
        QueueProperties all = QueueProperties.defaults();
        Duration minutes = Duration.ofMinutes(10);
        return new QueueProperties(
                all.size(),
                all.criticalRun(),
                all.highWeight(),
                all.normalWeight(),
                all.lowWeight(),
                minutes,
                minutes,
                minutes,
                minutes);
    }
}
