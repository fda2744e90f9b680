package dev.bolt.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveAnswer;
import dev.bolt.api.solve.SolveEvent;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.solve.SolveState;
import dev.bolt.orchestrator.Shop;
import dev.bolt.orchestrator.queue.QueueProperties;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** Floods, clocks, disks and workspaces that do not behave. */
class DisturbedDispatcherTest extends DispatcherLives {
    @Test
    void endsASolveWhoseStepsTheDiskHasNoRoomFor() {
        life.close();
        var fault = new Fault();
        life = new Life(1000, fault);
        fault.full = true;
        String id = life.dispatcher
                .submit(SolveRequest.of(Shop.ID, "where?"), null, false)
                .id();
        await().until(() -> fault.refused.getCount() == 0);
        fault.full = false;
        Solve solve = life.ended(id);
        assertThat(solve.state()).isEqualTo(SolveState.FAILED);
        assertThat(solve.problem()).contains("No room");
        assertThat((@Nullable SolveAnswer) solve.answer()).isNull();
    }

    @Test
    void refusesAFloodWithoutWritingAnythingOfWhatItRefuses() {
        beginWithAHundredPlaces();
        String keyed = life.dispatcher
                .submit(SolveRequest.of(Shop.ID, "first?"), "key", false)
                .id();
        int accepted = 1;
        for (int i = 0; i < 10_000; i++) {
            try {
                life.dispatcher.submit(SolveRequest.of(Shop.ID, "where " + i), null, false);
                accepted++;
            } catch (ProblemException refused) {
                assertThat(refused.problem()).isEqualTo(Problem.OVERLOADED);
                assertThat(refused.retryAfter()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            }
        }
        assertThat(accepted).isBetween(90, 98);
        assertThat(life.dispatcher.newest(10_000, List.of())).hasSize(accepted);
        assertThat(life.dispatcher
                        .submit(SolveRequest.of(Shop.ID, "first?"), "key", false)
                        .id())
                .isEqualTo(keyed);
    }

    /** A place is taken before anything is written, however many ask for the last one at once. */
    @Test
    void writesNothingOfWhatItRefusesThoughManyAskAtOnce() throws Exception {
        beginWithAHundredPlaces();
        Set<String> accepted = ConcurrentHashMap.newKeySet();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 400; i++) {
                SolveRequest request = SolveRequest.of(Shop.ID, "where " + i);
                var _ = clients.submit(() -> accepted.add(
                        life.dispatcher.submit(request, null, false).id()));
            }
        }
        assertThat(accepted).hasSizeBetween(90, 98);
        assertThat(life.dispatcher.newest(1000, List.of()))
                .extracting(Solve::id)
                .containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(life.dispatcher.newest(1000, List.of()))
                .extracting(Solve::state)
                .doesNotContain(SolveState.FAILED);
    }

    private void beginWithAHundredPlaces() {
        life.close();
        QueueProperties all = QueueProperties.defaults();
        var small = new QueueProperties(
                100,
                all.criticalRun(),
                all.highWeight(),
                all.normalWeight(),
                all.lowWeight(),
                all.criticalWait(),
                all.highWait(),
                all.normalWait(),
                all.lowWait());
        Duration minute = Duration.ofMinutes(1);
        life = new Life(new SolveProperties(8, 1000, minute, minute, minute, minute), null, CLOCK, small);
        knowledge.hold();
    }

    /** What breaks while the service goes down is not the solve's fault: the next life attempts it again. */
    @Test
    void leavesASolveUnendedThatBreaksWhileTheServiceGoesDown() {
        life.close();
        var fault = new Fault();
        life = new Life(1000, fault);
        knowledge.hold();
        String id = life.dispatcher
                .submit(SolveRequest.of(Shop.ID, "where?"), null, false)
                .id();
        await().until(() -> knowledge.held() > 0);
        fault.down = true;
        life.close();
        knowledge.release();
        life = new Life(1000, null);
        assertThat(life.ended(id).state()).isEqualTo(SolveState.COMPLETE);
    }

    @Test
    void endsSolvesInTheirOrderThoughTheClockGoesBackAnHour() {
        life.close();
        var hours = new AtomicInteger();
        InstantSource clock = () -> NOW.minus(Duration.ofHours(hours.get()));
        life = new Life(solves(1000), null, clock, QueueProperties.defaults());
        knowledge.hold();
        String first = life.dispatcher
                .submit(SolveRequest.of(Shop.ID, "where?"), null, false)
                .id();
        await().until(() -> knowledge.held() > 0);
        hours.set(1);
        String second = life.dispatcher
                .submit(SolveRequest.of(Shop.ID, "who?"), null, false)
                .id();
        knowledge.release();
        assertThat(life.ended(first).state()).isEqualTo(SolveState.COMPLETE);
        assertThat(life.ended(second).state()).isEqualTo(SolveState.COMPLETE);
        assertThat(life.dispatcher.newest(2, List.of())).extracting(Solve::id).containsExactly(second, first);
        assertThat(life.ledger.events(first, 0)).extracting(SolveEvent::type).endsWith("ended");
    }

    /** Its directory, or its registration. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysSoWhenTheWorkspaceGoesAwayUnderASolve(boolean directory) throws IOException {
        knowledge.hold();
        String id = life.dispatcher
                .submit(SolveRequest.of(Shop.ID, "where?"), null, false)
                .id();
        await().until(() -> knowledge.held() > 0);
        if (directory) {
            FileSystemUtils.deleteRecursively(root);
        } else {
            life.ledger.forget(Shop.ID);
        }
        knowledge.release();
        Solve solve = life.ended(id);
        assertThat(solve.state()).isEqualTo(SolveState.FAILED);
        assertThat(solve.problem()).contains(directory ? root.toString() : "no workspace 'shop'");
        assertThat(solve.steps()).isNotEmpty();
    }

    @Test
    void isPartialWhenTheBestFilesWereNotLookedThrough() {
        knowledge.blindInside = true;
        Solve solve = life.ended(life.dispatcher
                .submit(SolveRequest.of(Shop.ID, "where?"), null, false)
                .id());
        assertThat(solve.state()).isEqualTo(SolveState.PARTIAL);
        assertThat(solve.problem()).contains("trail of steps");
        assertThat(solve.steps())
                .anySatisfy(
                        step -> assertThat(step.detail()).contains("their spans were not looked through: Too slow."));
    }
}
