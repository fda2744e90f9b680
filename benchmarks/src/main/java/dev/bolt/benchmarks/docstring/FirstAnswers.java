package dev.bolt.benchmarks.docstring;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.einstein.SimilarityMode;
import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.api.einstein.SimilarityResult;
import dev.bolt.benchmarks.client.Bolt;
import dev.bolt.benchmarks.client.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.web.client.RestClientException;

/**
 * How good the first answers are: registers a tree whose docstrings were taken out and that this Bolt has never seen,
 * waits ten seconds, asks for ten seconds for functions by the docstrings they had, four clients, and asks the same
 * questions again when everything has its vector. A question makes vectors of its own candidates and keeps them, so the
 * answers of the first and the last half of the ten seconds are told apart.
 */
public final class FirstAnswers {
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Duration ASKING = Duration.ofSeconds(10);
    private static final int CLIENTS = 4;
    private static final int LOOKED_AT = 10;
    private static final long SEED = 42;

    private final Bolt bolt;
    private final WorkspaceId workspace;

    private FirstAnswers(Bolt bolt, WorkspaceId workspace) {
        this.bolt = bolt;
        this.workspace = workspace;
    }

    /**
     * An answer.
     *
     * @param question its place among the questions
     * @param rank of what was right, from 1; 0 if it was not among those looked at, or nothing was answered
     * @param share of the chunks that had a vector
     */
    private record Answer(int question, int rank, double share) {}

    /** Arguments: address, token file, folder to work in, a source tree. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        if (arguments.length != 4) {
            System.err.println(
                    "Usage: benchmarks/run first ADDRESS TOKEN_FILE WORK_DIR TREE; with a BOLT_HOME that is new");
            System.exit(2);
        }
        Path source = Path.of(arguments[3]).toAbsolutePath().normalize();
        String name = source.getFileName().toString().replaceAll("[^A-Za-z0-9]+", "-");
        Stripped stripped =
                Stripped.of(source, Path.of(arguments[2]).toAbsolutePath().resolve(name));
        var bolt =
                new Bolt(arguments[0], Files.readString(Path.of(arguments[1])).strip());
        new FirstAnswers(bolt, new WorkspaceId("first-" + name)).run(stripped);
    }

    private void run(Stripped stripped) throws ExecutionException, InterruptedException {
        List<Stripped.Asked> questions = new ArrayList<>(stripped.asked());
        Collections.shuffle(questions, new Random(SEED));
        long added = System.nanoTime();
        bolt.register(workspace, stripped.tree());
        LockSupport.parkNanos(WAIT.toNanos() - (System.nanoTime() - added));
        List<Answer> first = ask(questions, questions.size(), WAIT.plus(ASKING).toNanos() + added);
        System.out.printf(
                "%d questions, asked %.0f to %.0f s after the tree was added, which goes on: vectors of %.0f to %.0f %%%n%n",
                first.size(),
                (double) WAIT.toSeconds(),
                (System.nanoTime() - added) / 1e9,
                100 * share(first.subList(0, 1)),
                100 * share(first));
        bolt.embed(workspace);
        System.out.printf("Everything has its vector after %.0f s%n%n", (System.nanoTime() - added) / 1e9);
        List<Answer> last = ask(questions, first.size(), Long.MAX_VALUE);
        System.out.println("| questions | MRR@10 then | with all vectors | part | hit@10 then | with all vectors |");
        System.out.println("|---|--:|--:|--:|--:|--:|");
        int half = first.size() / 2;
        tell("first half", first.subList(0, half), last.subList(0, half));
        tell("last half", first.subList(half, first.size()), last.subList(half, first.size()));
        tell("all", first, last);
    }

    private static double share(List<Answer> answers) {
        return answers.stream().mapToDouble(Answer::share).max().orElse(0);
    }

    private static void tell(String name, List<Answer> then, List<Answer> last) {
        double was = Score.reciprocal(ranks(then));
        double is = Score.reciprocal(ranks(last));
        System.out.printf(
                "| %s (%d) | %.3f | %.3f | %.2f | %.1f | %.1f |%n",
                name,
                then.size(),
                was,
                is,
                was / is,
                100 * Score.hit(ranks(then), LOOKED_AT),
                100 * Score.hit(ranks(last), LOOKED_AT));
    }

    private static List<Integer> ranks(List<Answer> answers) {
        return answers.stream().map(Answer::rank).toList();
    }

    /** The first questions, as many as are begun before the end, in their order. */
    private List<Answer> ask(List<Stripped.Asked> questions, int most, long end)
            throws ExecutionException, InterruptedException {
        var next = new AtomicInteger();
        List<Answer> answers = Collections.synchronizedList(new ArrayList<>());
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                running.add(clients.submit(() -> {
                    while (System.nanoTime() < end) {
                        int at = next.getAndIncrement();
                        if (at >= most) {
                            return;
                        }
                        answers.add(answer(at, questions.get(at)));
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        return answers.stream()
                .sorted((one, other) -> Integer.compare(one.question(), other.question()))
                .toList();
    }

    private Answer answer(int at, Stripped.Asked one) {
        var query = new SimilarityQuery(
                workspace, one.question(), null, SimilarityMode.HYBRID, LOOKED_AT, Docstrings.FUNCTIONS);
        try {
            SimilarityResult result = bolt.similar(query);
            int rank = Score.rank(Docstrings.functions(result), List.of(one.answer()));
            return new Answer(at, rank, result.embeddedShare());
        } catch (RestClientException failure) {
            return new Answer(at, 0, 0);
        }
    }
}
