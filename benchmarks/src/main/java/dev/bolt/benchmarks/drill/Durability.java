package dev.bolt.benchmarks.drill;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.solve.Priority;
import dev.bolt.api.solve.RankedFile;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveAnswer;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.solve.SolveState;
import dev.bolt.benchmarks.client.Bolt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/**
 * Kills the orchestrator again and again while a thousand solves wait and eight run. Every submit goes into a history
 * that the client keeps; at the end each acknowledged solve must have ended once, with the answer that was given before
 * the first kill, and nothing may be there that nobody asked for.
 */
public final class Durability {
    private static final List<String> QUESTIONS = List.of(
            "where are timeouts computed?",
            "how are cookies merged into the session jar?",
            "where are proxies read from the environment?",
            "how is the encoding of a response guessed?",
            "who strips the Authorization header on redirects?");
    private static final int WAITING = 1000;
    private static final int RUNNING = 8;
    private static final int NEWEST = 1000;
    private static final int CLIENTS = 16;
    private static final int PASSES = 6;

    private final LiveServices services;
    private final WorkspaceId workspace = new WorkspaceId("durability");
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    private final List<Integer> unknown = new CopyOnWriteArrayList<>();
    private final List<String> right = new ArrayList<>();
    private final AtomicInteger submitted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    private Durability(LiveServices services) {
        this.services = services;
    }

    /** Arguments: the script bolt, its home, a workspace, how many kills. Start that Bolt with longer waits first. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 4) {
            System.err.println("Usage: benchmarks/run durability BOLT BOLT_HOME WORKSPACE KILLS");
            System.exit(2);
        }
        var services = new LiveServices(
                Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]).toAbsolutePath());
        new Durability(services).run(Path.of(arguments[2]).toAbsolutePath(), Integer.parseInt(arguments[3]));
    }

    private void run(Path directory, int kills) throws IOException, InterruptedException {
        var random = new Random(kills);
        Bolt bolt = services.client();
        bolt.read(workspace, directory);
        bolt.embed(workspace);
        for (String question : QUESTIONS) {
            right.add(answer(bolt.solve(workspace, question, 0)));
        }
        int waiting = 0;
        for (int kill = 1; kill <= kills; kill++) {
            fill(bolt);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(1500));
            int left = unended(bolt);
            waiting += left;
            System.err.printf("kill %d: %d wait or run%n", kill, left);
            services.kill("orchestrator");
            services.up();
            settle(bolt);
        }
        System.out.printf(
                "%d submits acknowledged, %d refused, %d lost their answer and were asked again; %.0f waited or ran at a kill on average%n",
                acknowledged.size(), refused.get(), unknown.size(), (double) waiting / kills);
        check(bolt, kills);
    }

    /** Submits until a thousand wait or run; solves go on ending meanwhile. */
    private void fill(Bolt bolt) throws InterruptedException {
        int missing = WAITING - unended(bolt);
        for (int pass = 0; missing > 0 && pass < PASSES; pass++) {
            try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
                for (int i = 0; i < missing; i++) {
                    clients.execute(() -> submit(bolt, submitted.getAndIncrement()));
                }
            }
            missing = WAITING - unended(bolt);
        }
    }

    private void submit(Bolt bolt, int number) {
        try {
            acknowledged.put(bolt.submit(request(number), "key-" + number).id(), number);
        } catch (HttpClientErrorException.TooManyRequests full) {
            refused.incrementAndGet();
        } catch (RestClientException lost) {
            unknown.add(number);
        }
    }

    /** A submit whose answer was lost is asked again with its key: it gives the solve there is, or makes it. */
    private void settle(Bolt bolt) throws InterruptedException {
        for (int number : unknown) {
            while (!acknowledged.containsValue(number)) {
                try {
                    acknowledged.put(
                            bolt.submit(request(number), "key-" + number).id(), number);
                } catch (HttpClientErrorException.TooManyRequests full) {
                    TimeUnit.MILLISECONDS.sleep(200);
                }
            }
        }
    }

    private SolveRequest request(int number) {
        Priority priority = number % 10 == 0 ? Priority.CRITICAL : Priority.NORMAL;
        return new SolveRequest(workspace, QUESTIONS.get(number % QUESTIONS.size()), true, 0, 0, priority, 3_600_000);
    }

    private int unended(Bolt bolt) {
        return (int) bolt.newest(NEWEST).stream()
                .filter(solve -> !solve.state().ended())
                .count();
    }

    private void check(Bolt bolt, int kills) throws InterruptedException {
        int lost = 0;
        int twice = 0;
        int wrong = 0;
        int again = 0;
        var states = new TreeSet<SolveState>();
        for (var one : acknowledged.entrySet()) {
            Solve solve = bolt.get(one.getKey());
            while (!solve.state().ended()) {
                TimeUnit.MILLISECONDS.sleep(50);
                solve = bolt.get(one.getKey());
            }
            states.add(solve.state());
            List<String> events = bolt.events(solve.id());
            long ends = events.stream().filter("ended"::equals).count();
            lost += ends == 0 ? 1 : 0;
            twice += ends > 1 ? 1 : 0;
            again += (int) events.stream().filter("started"::equals).count() - 1;
            SolveAnswer answer = solve.answer();
            wrong += answer != null && answer(solve).equals(right.get(one.getValue() % QUESTIONS.size())) ? 0 : 1;
        }
        long strange = bolt.newest(NEWEST).stream()
                .filter(solve -> solve.request().workspace().equals(workspace))
                .filter(solve -> solve.request().timeoutMillis() == 3_600_000)
                .filter(solve -> !acknowledged.containsKey(solve.id()))
                .count();
        System.out.printf(
                "%d kills: %d lost, %d ended twice, %d with another answer than before, %d that nobody asked for; %d begun again (%d at most), all %s%n",
                kills, lost, twice, wrong, strange, again, kills * RUNNING, states);
    }

    private static String answer(Solve solve) {
        SolveAnswer answer = solve.answer();
        return answer == null
                ? "none"
                : answer.files().stream().map(RankedFile::toString).toList()
                        + answer.evidence().toString()
                        + answer.summary();
    }
}
