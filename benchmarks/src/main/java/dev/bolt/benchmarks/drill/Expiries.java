package dev.bolt.benchmarks.drill;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.search.RipgrepOptions;
import dev.bolt.api.search.TextQuery;
import dev.bolt.benchmarks.client.Score;
import dev.bolt.platform.deadline.Deadline;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long work goes on after the time of its caller has run out: a ripgrep that the search service runs, asked for
 * through the gateway with a deadline on the wire; and a statement in DuckDB, through einstein's store. The deadlines
 * are drawn at random, so that they fall into any moment of the work.
 */
public final class Expiries {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("expiry");
    private static final long LEAST_MILLIS = 100;
    private static final int SPREAD_MILLIS = 300;
    private static final long LOOK_NANOS = 200_000;
    /** Between two looks for a child, each of which reads all of {@code /proc}. */
    private static final long SEEK_NANOS = 2_000_000;

    /** Who ends a child for its deadline does so no earlier than this before it. */
    private static final long WAY_BACK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final long TOO_LATE_NANOS = TimeUnit.SECONDS.toNanos(5);
    /**
     * Takes some 100,000 steps in a line of 80 letters, which is cubic in its length, and finds nothing; it ends in no
     * character that PCRE2 could look for first. Only lines of 400 letters are given up.
     */
    private static final String SLOW = "(?:.*\\w){3}[\\x01\\x02]";

    private final HttpClient http = HttpClient.newHttpClient();
    private final LiveServices services;
    private final Random random = new Random(1);

    private Expiries(LiveServices services) {
        this.services = services;
    }

    /** Arguments: the script bolt, the home of one that runs, a tree that keeps ripgrep busy, how many of each. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 4) {
            System.err.println("Usage: benchmarks/run expiry BOLT BOLT_HOME TREE COUNT");
            System.exit(2);
        }
        var expiries = new Expiries(new LiveServices(
                Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]).toAbsolutePath()));
        expiries.services.client().read(WORKSPACE, Path.of(arguments[2]).toAbsolutePath());
        int count = Integer.parseInt(arguments[3]);
        System.out.println("| what goes on after the deadline | measured | p50 ms | p99 ms | longest ms |");
        System.out.println("|---|--:|--:|--:|--:|");
        expiries.children(count);
        Path folder = Files.createTempDirectory("bolt-expiry");
        try (var statements = new Statements(folder)) {
            report("a statement in DuckDB that reads all vectors", statements.loads(count, expiries::draw));
        }
    }

    private Duration draw() {
        return Duration.ofMillis(LEAST_MILLIS + random.nextInt(SPREAD_MILLIS));
    }

    private void children(int count) throws IOException, InterruptedException {
        var millis = new ArrayList<Double>();
        int early = 0;
        while (millis.size() < count) {
            Optional<Double> late = child(draw());
            if (late.isPresent()) {
                millis.add(late.get());
            } else if (++early > count) {
                throw new IllegalStateException("ripgrep mostly ends before its time is up: take a larger tree");
            }
        }
        report("a ripgrep, through the gateway", millis);
    }

    /**
     * From the caller's deadline until the process is gone, negative if it was gone before, for services leave some of
     * the time to the way back; nothing if it was gone long before, by itself, or none was seen.
     */
    private Optional<Double> child(Duration time) throws IOException, InterruptedException {
        HttpRequest request = request(time);
        long began = System.nanoTime();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                http.send(request, HttpResponse.BodyHandlers.discarding());
            } catch (IOException | InterruptedException gone) {
                Thread.currentThread().interrupt();
            }
        });
        long end = began + time.toNanos();
        Optional<ProcessHandle> child = Optional.empty();
        while (child.isEmpty() && System.nanoTime() < end) {
            child = ProcessHandle.of(services.pid("search"))
                    .orElseThrow()
                    .children()
                    .findFirst();
            LockSupport.parkNanos(child.isEmpty() ? SEEK_NANOS : 0);
        }
        if (child.isEmpty()) {
            caller.join();
            return Optional.empty();
        }
        while (child.get().isAlive()) {
            if (System.nanoTime() - end > TOO_LATE_NANOS) {
                throw new IllegalStateException("A ripgrep lives five seconds after its deadline");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        long late = System.nanoTime() - end;
        caller.join();
        return late < -WAY_BACK_NANOS ? Optional.empty() : Optional.of(late / 1e6);
    }

    private HttpRequest request(Duration time) throws IOException {
        var query = TextQuery.of(WORKSPACE, List.of(SLOW))
                .ripgrep(RipgrepOptions.PCRE2)
                .build();
        return HttpRequest.newBuilder(URI.create(services.address() + "/v1/searches"))
                .header("Authorization", "Bearer " + services.token())
                .header("Content-Type", "application/json")
                .header(Deadline.HEADER, String.valueOf(time.toMillis()))
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(query)))
                .build();
    }

    private static void report(String what, List<Double> millis) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.1f |%n",
                what,
                millis.size(),
                Score.median(millis),
                Score.quantile(millis, 0.99),
                Score.quantile(millis, 1));
    }
}
