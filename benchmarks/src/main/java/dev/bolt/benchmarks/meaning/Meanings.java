package dev.bolt.benchmarks.meaning;

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
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Several clients ask a workspace that is indexed already, each as soon as it has its answer: every question is new to
 * the service, so none is found in its cache. Each mode for the same time, after as long to warm up with other
 * questions.
 */
public final class Meanings {
    private static final Duration WARM = Duration.ofSeconds(15);

    private record Said(String question) {}

    private final Bolt bolt;
    private final WorkspaceId workspace;
    private final List<String> questions;
    private final AtomicInteger next = new AtomicInteger();

    private Meanings(Bolt bolt, WorkspaceId workspace, List<String> questions) {
        this.bolt = bolt;
        this.workspace = workspace;
        this.questions = questions;
    }

    /**
     * Arguments: address, token file, workspace, file of questions (JSON lines), clients, seconds; then the process.
     */
    public static void main(String[] arguments) throws IOException, ExecutionException, InterruptedException {
        if (arguments.length < 6) {
            System.err.println(
                    "Usage: benchmarks/run meanings ADDRESS TOKEN_FILE WORKSPACE QUESTIONS_JSONL CLIENTS SECONDS [PID]");
            System.exit(2);
        }
        var bolt =
                new Bolt(arguments[0], Files.readString(Path.of(arguments[1])).strip());
        List<String> questions = Files.readAllLines(Path.of(arguments[3])).stream()
                .map(line -> JsonMapper.shared()
                        .readerFor(Said.class)
                        .without(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .<Said>readValue(line)
                        .question())
                .toList();
        var run = new Meanings(bolt, new WorkspaceId(arguments[2]), questions);
        int clients = Integer.parseInt(arguments[4]);
        var timed = Duration.ofSeconds(Integer.parseInt(arguments[5]));
        var service =
                arguments.length > 6 ? ProcessHandle.of(Long.parseLong(arguments[6])) : Optional.<ProcessHandle>empty();
        System.out.println(
                "| mode | clients | answers/s | p50 ms | p99 ms | inside p50 ms | cpu-ms an answer | embedded | failed |");
        System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (SimilarityMode mode : List.of(SimilarityMode.HYBRID, SimilarityMode.LEXICAL)) {
            run.ask(mode, clients, WARM);
            Duration before = used(service);
            Answers all = run.ask(mode, clients, timed);
            run.tell(mode, clients, timed, used(service).minus(before), all);
        }
    }

    private record Answers(List<Double> millis, List<Double> inside, List<Double> share, AtomicInteger failed) {
        Answers() {
            this(list(), list(), list(), new AtomicInteger());
        }

        private static List<Double> list() {
            return Collections.synchronizedList(new ArrayList<>());
        }
    }

    /** Processor time of the service so far; none if it was not named. */
    private static Duration used(Optional<ProcessHandle> service) {
        return service.flatMap(process -> process.info().totalCpuDuration()).orElse(Duration.ZERO);
    }

    private void tell(SimilarityMode mode, int clients, Duration timed, Duration cpu, Answers all) {
        System.out.printf(
                "| %s | %d | %.0f | %.1f | %.1f | %.1f | %.1f | %.0f %% | %d |%n",
                mode.name().toLowerCase(Locale.ROOT),
                clients,
                all.millis().size() / (double) timed.toSeconds(),
                Score.quantile(all.millis(), 0.5),
                Score.quantile(all.millis(), 0.99),
                Score.quantile(all.inside(), 0.5),
                cpu.toMillis() / (double) Math.max(1, all.millis().size()),
                100 * Score.quantile(all.share(), 0.5),
                all.failed().get());
    }

    private Answers ask(SimilarityMode mode, int clients, Duration time)
            throws ExecutionException, InterruptedException {
        var answers = new Answers();
        long end = System.nanoTime() + time.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(() -> askUntil(end, mode, answers)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        return answers;
    }

    private void askUntil(long end, SimilarityMode mode, Answers answers) {
        while (System.nanoTime() - end < 0) {
            int at = next.getAndIncrement();
            String repeated = at < questions.size() ? "" : " (" + at / questions.size() + ")";
            long began = System.nanoTime();
            try {
                SimilarityResult result = bolt.similar(
                        new SimilarityQuery(workspace, questions.get(at % questions.size()) + repeated, mode, 10));
                answers.millis().add((System.nanoTime() - began) / 1e6);
                answers.inside().add((double) result.elapsedMillis());
                answers.share().add(result.embeddedShare());
            } catch (RestClientException failure) {
                answers.failed().incrementAndGet();
            }
        }
    }
}
