package dev.bolt.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.solve.Priority;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveAnswer;
import dev.bolt.api.solve.SolveEvent;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.solve.SolveState;
import dev.bolt.api.solve.Step;
import dev.bolt.api.solve.StepOutcome;
import dev.bolt.orchestrator.InMemoryKnowledge;
import dev.bolt.orchestrator.Shop;
import dev.bolt.orchestrator.agent.AgentPool;
import dev.bolt.orchestrator.agent.AgentProperties;
import dev.bolt.orchestrator.catalog.Catalog;
import dev.bolt.orchestrator.ledger.Ledger;
import dev.bolt.orchestrator.ledger.SqlLedger;
import dev.bolt.orchestrator.queue.QueueProperties;
import dev.bolt.orchestrator.timeout.AdaptiveTimeout;
import dev.bolt.orchestrator.timeout.Guard;
import dev.bolt.orchestrator.timeout.LimitProperties;
import dev.bolt.orchestrator.timeout.TimeoutProperties;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DispatcherTest {
    private static final InstantSource CLOCK = () -> Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path home;

    @TempDir
    Path root;

    private final InMemoryKnowledge knowledge = new InMemoryKnowledge();
    private Life life;

    /** One run of the service over the same ledger file. */
    private final class Life implements AutoCloseable {
        final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        final Ledger ledger;
        final AgentPool agents = new AgentPool(AgentProperties.of(4), QueueProperties.defaults());
        final Guard guard = new Guard(new AdaptiveTimeout(TimeoutProperties.defaults()), LimitProperties.defaults());
        final Dispatcher dispatcher;

        Life(int retain, @Nullable Fault fault) {
            this(solves(retain), fault);
        }

        Life(SolveProperties solves, @Nullable Fault fault) {
            var sqlite = SqlLedger.sqlite(home.resolve("ledger"));
            ledger = fault == null ? sqlite : fault.around(sqlite);
            var catalog = new Catalog(ledger, knowledge.all(), threads, CLOCK);
            ledger.register(Shop.ID, root.toString(), CLOCK.instant());
            dispatcher = new Dispatcher(
                    ledger,
                    catalog,
                    knowledge.all(),
                    agents,
                    guard,
                    threads,
                    CLOCK,
                    solves,
                    QueueProperties.defaults());
            dispatcher.start();
        }

        Solve ended(String id) {
            return await().atMost(Duration.ofSeconds(20))
                    .until(() -> dispatcher.get(id), solve -> solve.state().ended());
        }

        @Override
        public void close() {
            dispatcher.close();
            threads.shutdownNow();
            threads.close();
            agents.close();
            guard.close();
            ledger.close();
        }
    }

    private static SolveProperties solves(int retain) {
        Duration second = Duration.ofSeconds(1);
        return new SolveProperties(8, retain, second.multipliedBy(60), second.multipliedBy(60), second, second);
    }

    @BeforeEach
    void begin() throws IOException {
        Shop.copyTo(root);
        life = new Life(1000, null);
    }

    @AfterEach
    void end() {
        knowledge.gate.countDown();
        life.close();
    }

    @Test
    void takesUpAfterARestartWhatWasRunningWhenItStopped() {
        knowledge.hold();
        String id = life.dispatcher
                .submit(SolveRequest.of(Shop.ID, "where is the total?"), null)
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
        String id =
                life.dispatcher.submit(SolveRequest.of(Shop.ID, "where?"), null).id();
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
                    .submit(SolveRequest.of(Shop.ID, "where " + i), null)
                    .id());
        }
        await().until(() -> life.dispatcher.newest(10, List.of()).size() == 3);
    }

    @Test
    void followsASolveWhileItRuns() throws Exception {
        knowledge.hold();
        String id =
                life.dispatcher.submit(SolveRequest.of(Shop.ID, "where?"), null).id();
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
        life.ended(life.dispatcher.submit(request, null).id());
        assertThat(knowledge.most()).isEqualTo(1);
    }

    @Test
    void endsASolveWhoseStepsTheDiskHasNoRoomFor() {
        life.close();
        var fault = new Fault();
        life = new Life(1000, fault);
        fault.full = true;
        String id =
                life.dispatcher.submit(SolveRequest.of(Shop.ID, "where?"), null).id();
        await().until(() -> fault.refused.getCount() == 0);
        fault.full = false;
        Solve solve = life.ended(id);
        assertThat(solve.state()).isEqualTo(SolveState.FAILED);
        assertThat(solve.problem()).contains("No room");
        assertThat((@Nullable SolveAnswer) solve.answer()).isNull();
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
        Solve solve = life.ended(life.dispatcher.submit(request, null).id());
        assertThat(solve.state()).isEqualTo(SolveState.PARTIAL);
        assertThat(solve.steps()).extracting(Step::outcome).contains(StepOutcome.TIMEOUT);
    }

    @Test
    void runsSoManySolvesAtOnceAndTheRestWaitInTheirOrder() {
        knowledge.hold();
        var ids = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            var request = new SolveRequest(Shop.ID, "where " + i, true, 0, 0, Priority.HIGH, 0);
            ids.add(life.dispatcher.submit(request, null).id());
        }
        await().until(() -> life.dispatcher.waiting() == 12);
        assertThat(ids.subList(8, 20)).allMatch(id -> life.dispatcher.get(id).state() == SolveState.QUEUED);
        life.dispatcher.cancel(ids.get(19));
        knowledge.release();
        ids.subList(0, 19).forEach(id -> assertThat(life.ended(id).state()).isEqualTo(SolveState.COMPLETE));
        assertThat(life.dispatcher.get(ids.get(19)).state()).isEqualTo(SolveState.CANCELLED);
    }

    /** A disk that is full while it says so. */
    private static final class Fault {
        final CountDownLatch refused = new CountDownLatch(2);
        volatile boolean full;

        Ledger around(Ledger real) {
            return (Ledger) java.lang.reflect.Proxy.newProxyInstance(
                    Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                        if (full
                                && (method.getName().equals("step")
                                        || method.getName().equals("end"))) {
                            refused.countDown();
                            throw new ProblemException(Problem.DISK_FULL, "No room.");
                        }
                        try {
                            return method.invoke(real, arguments);
                        } catch (java.lang.reflect.InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
