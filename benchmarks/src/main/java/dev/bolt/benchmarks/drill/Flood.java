package dev.bolt.benchmarks.drill;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.benchmarks.client.Bolt;
import dev.bolt.benchmarks.client.Score;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.HttpClientErrorException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Far more solves in one second than there is room for. Each falls due at its own moment of that second, whether or not
 * those before are answered, and is sent as soon as one of so many connections is free; what it took is counted from
 * when it was due. Meanwhile the status is asked for again and again. What is taken is waited for.
 */
public final class Flood {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("flood");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> DOORS = List.of("gateway", "orchestrator");

    private final LiveServices services;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final List<Double> refusals = Collections.synchronizedList(new ArrayList<>());
    private final List<Double> statuses = Collections.synchronizedList(new ArrayList<>());
    private final List<String> accepted = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, AtomicLong> most = new ConcurrentHashMap<>();

    private Flood(LiveServices services) {
        this.services = services;
    }

    /** Arguments: the script bolt, the home of one that runs, a workspace, how many in the second, connections. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 5) {
            System.err.println("Usage: benchmarks/run flood BOLT BOLT_HOME WORKSPACE COUNT CONNECTIONS");
            System.exit(2);
        }
        var services = new LiveServices(
                Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]).toAbsolutePath());
        var bolt = services.client();
        bolt.read(WORKSPACE, Path.of(arguments[2]).toAbsolutePath());
        for (int i = 0; i < 20; i++) {
            bolt.solve(WORKSPACE, "where is warm-up " + i + " done?", 0);
        }
        new Flood(services).run(bolt, Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
    }

    private void run(Bolt bolt, int count, int connections) throws InterruptedException {
        Map<String, Long> before = resident();
        var over = new AtomicBoolean();
        long seconds;
        try (var watchers = Executors.newVirtualThreadPerTaskExecutor()) {
            watchers.execute(() -> repeat(over, this::status));
            watchers.execute(() -> repeat(over, this::weigh));
            long began = System.nanoTime();
            send(count, connections, began);
            seconds = System.nanoTime() - began;
            over.set(true);
        }
        System.out.printf(
                Locale.ROOT,
                "%d solves in one second over %d connections, all answered after %.1f s: %s; refused after p50 %.0f ms, p99 %.0f ms; status meanwhile, %d times, p50 %.0f ms, p99 %.0f ms%n",
                count,
                connections,
                seconds / 1e9,
                new TreeMap<>(answers),
                Score.median(refusals),
                Score.quantile(refusals, 0.99),
                statuses.size(),
                Score.median(statuses),
                Score.quantile(statuses, 0.99));
        long drained = System.nanoTime();
        var states = new TreeMap<String, Integer>();
        for (String id : accepted) {
            states.merge(ended(bolt, id), 1, Integer::sum);
        }
        System.out.printf(
                Locale.ROOT,
                "those taken ended %s, after %.0f s; asked again 20 times: %s%n",
                states,
                (System.nanoTime() - drained) / 1e9,
                again(bolt));
        Map<String, Long> after = resident();
        DOORS.forEach(door -> System.out.printf(
                "%s: %d MB before, %d at most, %d after%n",
                door,
                before.getOrDefault(door, 0L),
                most.getOrDefault(door, new AtomicLong()).get(),
                after.getOrDefault(door, 0L)));
    }

    private void send(int count, int connections, long began) {
        try (var clients =
                Executors.newFixedThreadPool(connections, Thread.ofVirtual().factory())) {
            for (int i = 0; i < count; i++) {
                long at = began + i * TimeUnit.SECONDS.toNanos(1) / count;
                int number = i;
                while (System.nanoTime() < at) {
                    LockSupport.parkNanos(at - System.nanoTime());
                }
                clients.execute(() -> submit(number, at));
            }
        }
    }

    private void submit(int number, long at) {
        var question = SolveRequest.of(WORKSPACE, "where is number %d computed?".formatted(number));
        String kind;
        try {
            HttpResponse<String> answer = http.send(
                    request("/v1/solves")
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    JsonMapper.shared().writeValueAsString(question)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            kind = kind(answer);
            if (answer.statusCode() == 202) {
                accepted.add(
                        JsonMapper.shared().readTree(answer.body()).path("id").asString());
            } else {
                refusals.add((System.nanoTime() - at) / 1e6);
            }
        } catch (IOException lost) {
            kind = "no answer: " + lost.getClass().getSimpleName();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        }
        answers.computeIfAbsent(kind, key -> new AtomicInteger()).incrementAndGet();
    }

    private static String kind(HttpResponse<String> answer) {
        boolean says = answer.headers().firstValue("Retry-After").isPresent();
        return answer.statusCode() + (says ? " with Retry-After" : "");
    }

    private HttpRequest.Builder request(String path) throws IOException {
        return HttpRequest.newBuilder(URI.create(services.address() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + services.token());
    }

    private interface Look {
        void look() throws IOException, InterruptedException;
    }

    private static void repeat(AtomicBoolean over, Look look) {
        try {
            while (!over.get()) {
                look.look();
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (IOException failed) {
            System.err.println("A look failed: " + failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void status() throws IOException, InterruptedException {
        long began = System.nanoTime();
        http.send(request("/v1/status").build(), HttpResponse.BodyHandlers.discarding());
        statuses.add((System.nanoTime() - began) / 1e6);
    }

    private void weigh() {
        resident()
                .forEach((door, megabytes) ->
                        most.computeIfAbsent(door, key -> new AtomicLong()).accumulateAndGet(megabytes, Math::max));
    }

    /** Resident megabytes of those through which a flood comes (Linux). */
    private Map<String, Long> resident() {
        var megabytes = new TreeMap<String, Long>();
        for (String door : DOORS) {
            megabytes.put(door, Weight.of(services.pid(door)).megabytes());
        }
        return megabytes;
    }

    /** The oldest of more than are kept may be gone by the time that they are asked for. */
    private static String ended(Bolt bolt, String id) throws InterruptedException {
        try {
            var solve = bolt.get(id);
            while (!solve.state().ended()) {
                TimeUnit.MILLISECONDS.sleep(100);
                solve = bolt.get(id);
            }
            @Nullable String problem = solve.problem();
            return solve.state() + (problem == null ? "" : " (" + problem + ")");
        } catch (HttpClientErrorException.NotFound gone) {
            return "no longer kept";
        }
    }

    private static String again(Bolt bolt) {
        var states = new TreeMap<String, Integer>();
        for (int i = 0; i < 20; i++) {
            states.merge(
                    bolt.solve(WORKSPACE, "where is it after the flood " + i, 0)
                            .state()
                            .name(),
                    1,
                    Integer::sum);
        }
        return states.toString();
    }
}
