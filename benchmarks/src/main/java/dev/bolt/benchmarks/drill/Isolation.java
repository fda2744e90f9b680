package dev.bolt.benchmarks.drill;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveAnswer;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.solve.SolveState;
import dev.bolt.benchmarks.client.Bolt;
import dev.bolt.benchmarks.client.Score;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Each knowledge service killed, stopped and slowed in turn while fifty solves run, eight at once: whether each ends in
 * its time with what the others gave and says what it lacks, and how long after the service is back the breakers are
 * closed and an answer is whole again.
 */
public final class Isolation {
    private static final int SOLVES = 50;
    private static final int AT_ONCE = 8;
    private static final long TIMEOUT_MILLIS = 4000;
    /** An end is written after the time is up, and asked for every 10 ms. */
    private static final long GRACE_MILLIS = 2500;

    private static final String QUESTION = "where does `Session.send` compute timeouts?";

    private final LiveServices services;
    private final WorkspaceId workspace = new WorkspaceId("isolation");
    private final Bolt bolt;

    private enum Manner {
        KILLED,
        STOPPED,
        SLOWED
    }

    private record Ended(Solve solve, long millis) {}

    private Isolation(LiveServices services) throws IOException {
        this.services = services;
        this.bolt = services.client();
    }

    /** Arguments: the script bolt, its home, a workspace. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        if (arguments.length != 3) {
            System.err.println("Usage: benchmarks/run isolation BOLT BOLT_HOME WORKSPACE");
            System.exit(2);
        }
        var run = new Isolation(new LiveServices(
                Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]).toAbsolutePath()));
        run.bolt.read(run.workspace, Path.of(arguments[2]).toAbsolutePath());
        System.out.println(
                "| service | is | ended in time | with files | whole | partial and says so | p50 ms | longest ms | back to whole, breakers closed, ms |");
        System.out.println("|---|---|--:|--:|--:|--:|--:|--:|--:|");
        for (String service : List.of("search", "einstein", "analysis")) {
            for (Manner manner : Manner.values()) {
                run.disturb(service, manner);
            }
        }
    }

    private void disturb(String service, Manner manner) throws IOException, InterruptedException, ExecutionException {
        var over = new AtomicBoolean();
        List<Ended> ended;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            @Nullable Future<?> slowing = begin(service, manner, over, threads::submit);
            ended = solves();
            over.set(true);
            if (slowing != null) {
                slowing.get();
            }
        }
        long began = System.nanoTime();
        switch (manner) {
            case KILLED -> services.up();
            case STOPPED, SLOWED -> services.signal("CONT", service);
        }
        long back = untilWhole(began);
        List<Double> millis = ended.stream().map(one -> (double) one.millis()).toList();
        System.out.printf(
                "| %s | %s | %d | %d | %d | %d | %.0f | %.0f | %d |%n",
                service,
                manner.name().toLowerCase(Locale.ROOT),
                ended.stream()
                        .filter(one -> one.millis() <= TIMEOUT_MILLIS + GRACE_MILLIS)
                        .count(),
                ended.stream().filter(one -> files(one.solve())).count(),
                ended.stream()
                        .filter(one -> one.solve().state() == SolveState.COMPLETE)
                        .count(),
                ended.stream().filter(one -> saysSo(one.solve())).count(),
                Score.median(millis),
                Score.quantile(millis, 1),
                back);
    }

    /** Slowed is stopped for nine tenths of the time. */
    private @Nullable Future<?> begin(
            String service,
            Manner manner,
            AtomicBoolean over,
            java.util.function.Function<Callable<Void>, Future<?>> go)
            throws IOException, InterruptedException {
        switch (manner) {
            case KILLED -> services.kill(service);
            case STOPPED -> services.signal("STOP", service);
            case SLOWED -> {
                return go.apply(() -> {
                    while (!over.get()) {
                        services.signal("STOP", service);
                        TimeUnit.MILLISECONDS.sleep(180);
                        services.signal("CONT", service);
                        TimeUnit.MILLISECONDS.sleep(20);
                    }
                    return null;
                });
            }
        }
        return null;
    }

    private List<Ended> solves() throws InterruptedException, ExecutionException {
        var ended = new ArrayList<Ended>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var asked = new ArrayList<Future<Ended>>();
            for (int i = 0; i < SOLVES; i++) {
                asked.add(threads.submit(this::solve));
            }
            for (Future<Ended> one : asked) {
                ended.add(one.get());
            }
        }
        return ended;
    }

    private Ended solve() throws InterruptedException {
        var request = new SolveRequest(workspace, QUESTION, true, 0, 0, null, TIMEOUT_MILLIS);
        long began = System.nanoTime();
        Solve solve = bolt.submit(request, null);
        while (!solve.state().ended()) {
            TimeUnit.MILLISECONDS.sleep(10);
            solve = bolt.get(solve.id());
        }
        return new Ended(solve, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    private static boolean files(Solve solve) {
        SolveAnswer answer = solve.answer();
        return answer != null && !answer.files().isEmpty();
    }

    private static boolean saysSo(Solve solve) {
        return solve.state() == SolveState.PARTIAL && solve.problem() != null;
    }

    /** How long until a solve is whole and no breaker is open, asking as a user would: one question after another. */
    private long untilWhole(long began) throws InterruptedException {
        while (true) {
            boolean whole = solve().solve().state() == SolveState.COMPLETE;
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            if (whole
                            && bolt.status().tools().stream()
                                    .allMatch(tool -> tool.breaker().equals("closed"))
                    || millis > 120_000) {
                return millis;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
