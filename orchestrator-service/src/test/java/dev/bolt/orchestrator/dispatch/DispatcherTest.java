package dev.bolt.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.solve.Priority;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveEvent;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.solve.SolveState;
import dev.bolt.api.solve.Step;
import dev.bolt.api.solve.StepOutcome;
import dev.bolt.orchestrator.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DispatcherTest extends DispatcherLives {
    @Test
    void takesUpAfterARestartWhatWasRunningWhenItStopped() {
        knowledge.hold();
        String id = life.dispatcher
                .submit(SolveRequest.of(Shop.ID, "where is the total?"), null, false)
                .id();
        await().until(() -> life.dispatcher.get(id).state() == SolveState.RUNNING);
        await().until(() -> knowledge.held() > 0);
        life.close();

        knowledge.release();
        life = new Life(1000, null);
        Solve solve = life.ended(id);
        assertThat(solve.state()).isEqualTo(SolveState.COMPLETE);
        assertThat(solve.steps()).extracting(Step::outcome).containsOnly(StepOutcome.OK);
        assertThat(solve.steps()).extracting(Step::name).doesNotHaveDuplicates();
        assertThat(life.ledger.events(id, 0))
                .filteredOn(event -> event.type().equals("ended"))
                .hasSize(1);
    }

    @Test
    void takesUpNothingThatHasEnded() {
        String id = life.dispatcher
                .submit(SolveRequest.of(Shop.ID, "where?"), null, false)
                .id();
        Solve before = life.ended(id);
        life.close();
        life = new Life(1000, null);
        assertThat(life.ledger.unended()).isEmpty();
        assertThat(life.dispatcher.get(id)).isEqualTo(before);
    }

    @Test
    void keepsNoMoreEndedSolvesThanItShould() {
        life.close();
        life = new Life(3, null);
        for (int i = 0; i < 6; i++) {
            life.ended(life.dispatcher
                    .submit(SolveRequest.of(Shop.ID, "where " + i), null, false)
                    .id());
        }
        await().until(() -> life.dispatcher.newest(10, List.of()).size() == 3);
    }

    @Test
    void followsASolveWhileItRuns() throws Exception {
        knowledge.hold();
        String id = life.dispatcher
                .submit(SolveRequest.of(Shop.ID, "where?"), null, false)
                .id();
        try (var follower = life.dispatcher.follow(id, 0)) {
            assertThat(follower.next(Duration.ofSeconds(10)))
                    .extracting(SolveEvent::type)
                    .first()
                    .isEqualTo("accepted");
            knowledge.release();
            SolveEvent last = null;
            while (last == null || !last.state().ended()) {
                List<SolveEvent> news = follower.next(Duration.ofSeconds(10));
                last = news.isEmpty() ? last : news.getLast();
            }
            assertThat(last.type()).isEqualTo("ended");
        }
    }

    @Test
    void runsNoMoreStepsOfASolveAtOnceThanWasAsked() {
        var request = new SolveRequest(Shop.ID, "what is `Cart.total` in shop/cart.py?", true, 1, 0, null, 0);
        life.ended(life.dispatcher.submit(request, null, false).id());
        assertThat(knowledge.most()).isEqualTo(1);
    }

    /** The other priorities have a minute, which the test would wait for. */
    @ParameterizedTest
    @EnumSource
    void givesASolveNoMoreTimeThanItsPriorityHas(Priority priority) {
        life.close();
        Duration[] times = new Duration[Priority.values().length];
        Arrays.fill(times, Duration.ofMinutes(1));
        times[
                        List.of(Priority.CRITICAL, Priority.HIGH, Priority.NORMAL, Priority.LOW)
                                .indexOf(priority)] =
                Duration.ofMillis(500);
        life = new Life(new SolveProperties(8, 1000, times[0], times[1], times[2], times[3]), null);
        knowledge.hold();
        var request = new SolveRequest(Shop.ID, "where?", true, 0, 0, priority, 0);
        Solve solve = life.ended(life.dispatcher.submit(request, null, false).id());
        assertThat(solve.state()).isEqualTo(SolveState.PARTIAL);
        assertThat(solve.steps()).extracting(Step::outcome).contains(StepOutcome.TIMEOUT);
    }

    @Test
    void runsSoManySolvesAtOnceAndTheRestWaitInTheirOrder() {
        knowledge.hold();
        var ids = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            var request = new SolveRequest(Shop.ID, "where " + i, true, 0, 0, Priority.HIGH, 0);
            ids.add(life.dispatcher.submit(request, null, false).id());
        }
        await().until(() -> life.dispatcher.waiting() == 12);
        assertThat(ids.subList(8, 20)).allMatch(id -> life.dispatcher.get(id).state() == SolveState.QUEUED);
        life.dispatcher.cancel(ids.get(19));
        knowledge.release();
        ids.subList(0, 19).forEach(id -> assertThat(life.ended(id).state()).isEqualTo(SolveState.COMPLETE));
        assertThat(life.dispatcher.get(ids.get(19)).state()).isEqualTo(SolveState.CANCELLED);
    }
}
