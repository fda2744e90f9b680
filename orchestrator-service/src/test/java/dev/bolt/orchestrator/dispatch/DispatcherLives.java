package dev.bolt.orchestrator.dispatch;

import static org.awaitility.Awaitility.await;

import dev.bolt.api.solve.Solve;
import dev.bolt.orchestrator.InMemoryKnowledge;
import dev.bolt.orchestrator.Shop;
import dev.bolt.orchestrator.agent.AgentPool;
import dev.bolt.orchestrator.agent.AgentProperties;
import dev.bolt.orchestrator.catalog.Catalog;
import dev.bolt.orchestrator.history.GitHistory;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A dispatcher that can be stopped and started anew over one ledger. */
abstract class DispatcherLives {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final InstantSource CLOCK = () -> NOW;

    @TempDir
    Path home;

    @TempDir
    Path root;

    final InMemoryKnowledge knowledge = new InMemoryKnowledge();
    Life life;

    /** One run of the service over the same ledger file. */
    final class Life implements AutoCloseable {
        final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        final Ledger ledger;
        final AgentPool agents = new AgentPool(AgentProperties.of(4), QueueProperties.defaults());
        final Guard guard = new Guard(new AdaptiveTimeout(TimeoutProperties.defaults()), LimitProperties.defaults());
        final Dispatcher dispatcher;

        Life(int retain, @Nullable Fault fault) {
            this(solves(retain), fault);
        }

        Life(SolveProperties solves, @Nullable Fault fault) {
            this(solves, fault, CLOCK, QueueProperties.defaults());
        }

        Life(SolveProperties solves, @Nullable Fault fault, InstantSource clock, QueueProperties waiting) {
            Ledger real = open();
            ledger = fault == null ? real : fault.around(real);
            var catalog = new Catalog(ledger, knowledge.all(), threads, CLOCK, new GitHistory(10));
            ledger.register(Shop.ID, root.toString(), CLOCK.instant());
            dispatcher = new Dispatcher(
                    ledger, catalog, knowledge.all(), agents, guard, threads, clock, solves, waiting, null);
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

    /** The ledger of all lives of this test, again after it was closed. */
    Ledger open() {
        return SqlLedger.sqlite(home.resolve("ledger"));
    }

    static SolveProperties solves(int retain) {
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

    /** A disk that is full while it says so, or a service on its way down. */
    static final class Fault {
        final CountDownLatch refused = new CountDownLatch(2);
        volatile boolean full;
        volatile boolean down;

        Ledger around(Ledger real) {
            return (Ledger) java.lang.reflect.Proxy.newProxyInstance(
                    Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                        if (full
                                && (method.getName().equals("step")
                                        || method.getName().equals("end"))) {
                            refused.countDown();
                            throw new ProblemException(Problem.DISK_FULL, "No room.");
                        }
                        if (down && method.getName().equals("step")) {
                            throw new IllegalStateException("The machinery is gone.");
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
