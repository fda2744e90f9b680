package dev.bolt.benchmarks.search;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.search.TextQuery;
import dev.bolt.benchmarks.client.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Several clients that ask for names one after the other, for some time: how many answers, how late, how many failed.
 */
public final class Clients {
    private static final int CLIENTS = 8;
    private static final Duration WARM = Duration.ofSeconds(10);
    private static final Duration TIMED = Duration.ofSeconds(60);

    private Clients() {}

    /** Arguments: address of search-service, the file of the secret, the tree. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 3) {
            System.err.println("Usage: benchmarks/run clients ADDRESS SECRET_FILE TREE");
            System.exit(2);
        }
        var calls = new SearchCalls(
                arguments[0], Files.readString(Path.of(arguments[1])).strip());
        var id = new WorkspaceId("bench-search");
        calls.index(id, Path.of(arguments[2]).toAbsolutePath());
        List<TextQuery> queries =
                SuiteQuery.names().stream().map(name -> name.query(id)).toList();
        run(calls, queries, WARM);
        Answers all = run(calls, queries, TIMED);
        System.out.printf(
                "%d clients, %d s: %,d answers, %.0f a second; p50 %.1f ms, p99 %.1f ms; %d failed%n",
                CLIENTS,
                TIMED.toSeconds(),
                all.millis.size(),
                all.millis.size() / (double) TIMED.toSeconds(),
                Score.quantile(all.millis, 0.5),
                Score.quantile(all.millis, 0.99),
                all.failed.size());
        all.failed.stream().distinct().limit(3).forEach(System.out::println);
    }

    private record Answers(List<Double> millis, List<String> failed) {
        Answers() {
            this(Collections.synchronizedList(new ArrayList<>()), Collections.synchronizedList(new ArrayList<>()));
        }
    }

    private static Answers run(SearchCalls calls, List<TextQuery> queries, Duration time) throws Exception {
        var answers = new Answers();
        long end = System.nanoTime() + time.toNanos();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int first = i * queries.size() / CLIENTS;
                running.add(clients.submit(() -> ask(calls, queries, first, end, answers)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        return answers;
    }

    private static void ask(SearchCalls calls, List<TextQuery> queries, int first, long end, Answers answers) {
        for (int i = first; System.nanoTime() < end; i++) {
            try {
                answers.millis.add(calls.search(queries.get(i % queries.size())).millis());
            } catch (IOException failed) {
                answers.failed.add(failed.toString());
            }
        }
    }
}
