package dev.bolt.cli.load;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.solve.Priority;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.solve.SolveState;
import dev.bolt.api.solve.Step;
import dev.bolt.cli.client.Gateway;
import dev.bolt.cli.client.Json;
import dev.bolt.cli.client.SolveStream;
import dev.bolt.cli.console.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/** Sends solves to a running Bolt. What it sent and is not needed any more it calls off. */
public final class SolveLoad {
    /** Questions that can be asked of any code. */
    public static final List<String> QUESTIONS = List.of(
            "where is the configuration read?",
            "how are errors reported to the user?",
            "what opens files?",
            "where are timeouts computed and who uses them?",
            "how is the command line parsed?",
            "what is cached, and when is it thrown away?",
            "where are tests discovered?",
            "which functions write to the network?");

    private static final int SENDERS = 16;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Gateway gateway;
    private final WorkspaceId workspace;
    private final Queue<Double> millis = new ConcurrentLinkedQueue<>();
    private final Queue<Double> waits = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger calledOff = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    /** Sends nothing yet; for one of the methods, once. */
    public SolveLoad(Gateway gateway, WorkspaceId workspace) {
        this.gateway = gateway;
        this.workspace = workspace;
    }

    /** So many questions, so many at once, each sent when the one before has ended. */
    public LoadResult together(int clients, int questions, DoubleConsumer progress)
            throws InterruptedException, ExecutionException {
        return clients(
                clients + " at once",
                clients,
                () -> asked.get() < questions,
                () -> progress.accept((double) answered() / questions));
    }

    /** As many as are answered in this time, so many at once. */
    public LoadResult during(int clients, Duration time, DoubleConsumer progress)
            throws InterruptedException, ExecutionException {
        long began = System.nanoTime();
        return clients(
                clients + " at once for " + time.toSeconds() + " s",
                clients,
                () -> System.nanoTime() - began < time.toNanos(),
                () -> progress.accept((double) (System.nanoTime() - began) / time.toNanos()));
    }

    /** Many at the same moment; those that are not answered in this time are called off. */
    public LoadResult queued(int questions, Duration time, DoubleConsumer progress)
            throws InterruptedException, ExecutionException {
        long began = System.nanoTime();
        var accepted = new ConcurrentLinkedQueue<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var senders = new ArrayList<Future<?>>();
            for (int i = 0; i < SENDERS; i++) {
                senders.add(threads.submit(() -> {
                    for (int number = asked.getAndIncrement(); number < questions; number = asked.getAndIncrement()) {
                        send(number).ifPresent(accepted::add);
                    }
                }));
            }
            for (var sender : senders) {
                sender.get();
            }
        }
        asked.set(questions);
        for (String id : accepted) {
            watch(id, began, time);
            progress.accept((double) (answered() + calledOff.get() + failed.get() + refused.get()) / questions);
        }
        return result(questions + " at the same moment", began);
    }

    private LoadResult clients(String name, int clients, BooleanSupplier goesOn, Runnable after)
            throws InterruptedException, ExecutionException {
        long began = System.nanoTime();
        var running = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(() -> {
                    while (goesOn.getAsBoolean()) {
                        long sent = System.nanoTime();
                        send(asked.getAndIncrement())
                                .map(id -> new SolveStream(gateway).follow(id, this::step))
                                .ifPresent(solve -> ended(solve, System.nanoTime() - sent));
                        synchronized (after) {
                            after.run();
                        }
                    }
                }));
            }
            for (var client : running) {
                client.get();
            }
        }
        return result(name, began);
    }

    private Optional<String> send(int number) {
        var question = QUESTIONS.get(number % QUESTIONS.size());
        var request = new SolveRequest(workspace, question, true, 0, 0, Priority.NORMAL, 0);
        try {
            var solve = Json.MAPPER.treeToValue(gateway.post("/v1/solves", request), Solve.class);
            return Optional.of(solve.id());
        } catch (Failure turnedAway) {
            refused.incrementAndGet();
            return Optional.empty();
        }
    }

    /** By the times of the ledger: nobody who asks a thousand times a second stands in the way. */
    private void watch(String id, long began, Duration time) throws InterruptedException {
        while (true) {
            var solve = Json.MAPPER.treeToValue(gateway.get("/v1/solves/" + id), Solve.class);
            if (solve.endedAt() != null) {
                solve.steps().forEach(this::step);
                ended(
                        solve,
                        Duration.between(solve.createdAt(), solve.endedAt()).toNanos());
                return;
            }
            if (System.nanoTime() - began > time.toNanos()) {
                gateway.delete("/v1/solves/" + id);
                calledOff.incrementAndGet();
                return;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private void step(Step step) {
        waits.add((double) step.waitMillis());
    }

    private void ended(Solve solve, long nanos) {
        if (solve.state() == SolveState.FAILED || solve.state() == SolveState.CANCELLED) {
            failed.incrementAndGet();
        } else {
            millis.add(nanos / 1e6);
        }
    }

    private int answered() {
        return millis.size();
    }

    private LoadResult result(String name, long began) {
        double seconds = (System.nanoTime() - began) / 1e9;
        double[] each = millis.stream().mapToDouble(Double::doubleValue).toArray();
        double[] wait = waits.stream().mapToDouble(Double::doubleValue).toArray();
        return new LoadResult(
                name,
                asked.get(),
                refused.get(),
                each.length,
                calledOff.get(),
                failed.get(),
                each.length / seconds,
                LoadResult.quantile(each, 0.5),
                LoadResult.quantile(each, 0.99),
                LoadResult.quantile(wait, 0.99));
    }
}
