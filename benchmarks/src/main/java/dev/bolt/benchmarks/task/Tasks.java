package dev.bolt.benchmarks.task;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.solve.Priority;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.solve.Step;
import dev.bolt.api.solve.StepOutcome;
import dev.bolt.benchmarks.client.Score;
import dev.bolt.orchestrator.agent.AgentPool;
import dev.bolt.orchestrator.agent.AgentProperties;
import dev.bolt.orchestrator.agent.Work;
import dev.bolt.orchestrator.ledger.Ledger;
import dev.bolt.orchestrator.ledger.SqlLedger;
import dev.bolt.orchestrator.queue.QueueProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/**
 * How many tasks that do nothing pass through the queue and the agents a second, with and without an entry in the
 * ledger for each, and how long an idle agent takes to begin one. The peer is a JDK pool of as many threads with one
 * FIFO queue and the same ledger.
 */
public final class Tasks {
    private static final int AGENTS = 8;
    private static final int SOLVES = 100;
    private static final Priority[] MIX = Priority.values();
    private static final WorkspaceId NOWHERE = new WorkspaceId("nowhere");

    private final Ledger ledger;

    private Tasks(Ledger ledger) {
        this.ledger = ledger;
        for (int i = 0; i < SOLVES; i++) {
            ledger.accept("s" + i, SolveRequest.of(NOWHERE, "?"), null, Instant.EPOCH);
            ledger.start("s" + i, Instant.EPOCH);
        }
    }

    /** Argument: how many tasks a round. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 1) {
            System.err.println("Usage: benchmarks/run tasks COUNT");
            System.exit(2);
        }
        int count = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("bolt-tasks");
        try (var ledger = SqlLedger.sqlite(folder.resolve("ledger"));
                var agents = new AgentPool(AgentProperties.of(AGENTS), QueueProperties.defaults());
                var pool = Executors.newFixedThreadPool(AGENTS)) {
            var tasks = new Tasks(ledger);
            BiConsumer<Priority, Runnable> bolt = (priority, task) -> agents.submit(priority, new Named(task));
            BiConsumer<Priority, Runnable> jdk = (priority, task) -> pool.execute(task);
            System.out.println("| what | agents, a second | JDK pool, a second |");
            System.out.println("|---|--:|--:|");
            for (int round = 0; round < 3; round++) {
                System.out.printf(
                        "| nothing | %.0f | %.0f |%n", rate(20 * count, bolt, i -> {}), rate(20 * count, jdk, i -> {}));
                System.out.printf(
                        "| a step in the ledger | %.0f | %.0f |%n",
                        rate(count, bolt, tasks::record), rate(count, jdk, tasks::record));
            }
            List<Double> millis = latencies(bolt);
            System.out.printf(
                    "an idle agent begins after p50 %.3f ms, p99 %.3f ms%n",
                    Score.quantile(millis, 0.5), Score.quantile(millis, 0.99));
        }
        Decomposition.report();
    }

    private record Named(Runnable task) implements Work {
        @Override
        public String name() {
            return "nothing";
        }

        @Override
        public void run(String agent) {
            task.run();
        }
    }

    private void record(int number) {
        var step = new Step("nothing", "generic", List.of(), "agent", 0, 0, 0, StepOutcome.OK, "");
        ledger.step("s" + number % SOLVES, 1, step, Instant.EPOCH);
    }

    private static double rate(int count, BiConsumer<Priority, Runnable> to, IntConsumer task)
            throws InterruptedException {
        var left = new CountDownLatch(count);
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            int number = i;
            to.accept(MIX[i % MIX.length], () -> {
                task.accept(number);
                left.countDown();
            });
        }
        left.await();
        return count / ((System.nanoTime() - began) / 1e9);
    }

    private static List<Double> latencies(BiConsumer<Priority, Runnable> to) throws InterruptedException {
        var began = new LinkedBlockingQueue<Long>();
        var millis = new ArrayList<Double>();
        for (int i = 0; i < 3000; i++) {
            long submitted = System.nanoTime();
            to.accept(Priority.NORMAL, () -> began.add(System.nanoTime()));
            millis.add((began.take() - submitted) / 1e6);
        }
        return millis.subList(1000, millis.size());
    }
}
