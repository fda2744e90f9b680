package dev.bolt.benchmarks.drill;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.search.TextQuery;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.benchmarks.client.Bolt;
import dev.bolt.benchmarks.client.Score;
import dev.bolt.cli.load.SolveLoad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.web.client.RestClientException;

/**
 * A working day in short: a copy of a workspace is edited several times a second while clients ask all that can be
 * asked, change their minds, and add and forget a second workspace; once a minute it is told what each service holds on
 * to. What leaks grows from row to row; the last row comes after all is forgotten and a minute has passed.
 */
public final class Soak {
    private static final List<String> SERVICES = List.of("gateway", "orchestrator", "search", "einstein", "analysis");
    private static final WorkspaceId WORKSPACE = new WorkspaceId("soak");
    private static final int CLIENTS = 4;
    private static final long PAUSE_MILLIS = 100;
    private static final long EDIT_MILLIS = 250;
    /** Long enough for a busy machine; an answer usually has an edit after some milliseconds. */
    private static final long STALE_MILLIS = 5000;

    private final LiveServices services;
    private final Path home;
    private final Path original;
    private final Path copy;
    private final Bolt bolt;
    private final List<Path> files;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
    private final List<Double> solves = Collections.synchronizedList(new ArrayList<>());

    private Soak(LiveServices services, Path home, Path original, Path copy) throws IOException {
        this.services = services;
        this.home = home;
        this.original = original;
        this.copy = copy;
        this.bolt = services.client();
        try (Stream<Path> all = Files.walk(copy)) {
            this.files =
                    all.filter(file -> file.toString().endsWith(".py")).sorted().toList();
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException(original + " has no file of Python to edit");
        }
    }

    /** Arguments: the script bolt, the home of one that runs, a workspace with Python, minutes. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 4) {
            System.err.println("Usage: benchmarks/run soak BOLT BOLT_HOME WORKSPACE MINUTES");
            System.exit(2);
        }
        Path home = Path.of(arguments[1]).toAbsolutePath();
        Path original = Path.of(arguments[2]).toAbsolutePath();
        Path copy = Files.createTempDirectory("bolt-soak");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(copy))); // also when it is interrupted
        copy(original, copy);
        var services = new LiveServices(Path.of(arguments[0]).toAbsolutePath(), home);
        new Soak(services, home, original, copy).run(Integer.parseInt(arguments[3]));
    }

    private void run(int minutes) throws InterruptedException {
        bolt.read(WORKSPACE, copy);
        System.out.println("| minute | calls | solve p50, p99 ms | failures | files in cache/tmp | "
                + String.join(" | ", SERVICES) + " |");
        System.out.println("|--:|--:|--:|---|--:|" + "--:|".repeat(SERVICES.size()));
        row("0");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                var random = new Random(i);
                threads.execute(() -> repeat(PAUSE_MILLIS, () -> ask(random)));
            }
            var random = new Random(CLIENTS);
            var number = new AtomicInteger();
            threads.execute(() -> repeat(EDIT_MILLIS, () -> edit(random, number.incrementAndGet())));
            threads.execute(() -> repeat(TimeUnit.MINUTES.toMillis(1), this::second));
            for (int minute = 1; minute <= minutes; minute++) {
                TimeUnit.MINUTES.sleep(1);
                row(String.valueOf(minute));
            }
            over.set(true);
        }
        bolt.forget(WORKSPACE);
        TimeUnit.MINUTES.sleep(1);
        row("after");
    }

    private interface Act {
        void act() throws IOException, InterruptedException;
    }

    private void repeat(long pauseMillis, Act act) {
        while (!over.get()) {
            try {
                act.act();
                calls.incrementAndGet();
            } catch (IOException | RestClientException | IllegalStateException failed) {
                failed(failed.getClass().getSimpleName() + " " + failed.getMessage());
            } catch (InterruptedException stopped) {
                return;
            }
            for (long slept = 0; slept < pauseMillis && !over.get(); slept += PAUSE_MILLIS) {
                try {
                    TimeUnit.MILLISECONDS.sleep(Math.min(PAUSE_MILLIS, pauseMillis - slept));
                } catch (InterruptedException stopped) {
                    return;
                }
            }
        }
    }

    private void failed(String what) {
        String brief = what.lines().findFirst().orElse("");
        failures.computeIfAbsent(brief.substring(0, Math.min(120, brief.length())), key -> new AtomicInteger())
                .incrementAndGet();
    }

    private void ask(Random random) {
        String question = SolveLoad.QUESTIONS.get(random.nextInt(SolveLoad.QUESTIONS.size()));
        switch (random.nextInt(6)) {
            case 0 -> {
                long began = System.nanoTime();
                var solve = bolt.solve(WORKSPACE, question, 0);
                solves.add((System.nanoTime() - began) / 1e6);
                if (solve.problem() != null) {
                    failed("solve: " + solve.problem());
                }
            }
            case 1 ->
                bolt.cancel(
                        bolt.submit(SolveRequest.of(WORKSPACE, question), null).id());
            case 2 -> bolt.similar(WORKSPACE, question, 10);
            case 3 ->
                bolt.knowledge().search().search(TextQuery.regex(WORKSPACE, "def \\w+" + random.nextInt(10), 100));
            case 4 -> bolt.knowledge().symbols().symbols(WORKSPACE, name(random), null, null, 20);
            default -> bolt.status();
        }
    }

    private String name(Random random) {
        String file = files.get(random.nextInt(files.size())).getFileName().toString();
        return file.substring(0, file.length() - ".py".length());
    }

    /** Appends to a file, or makes one and deletes it; one of ten is looked for until it is found. */
    private void edit(Random random, int number) throws IOException, InterruptedException {
        String mark = "soaked_%d_%d".formatted(ProcessHandle.current().pid(), number);
        if (number % 5 == 0) {
            Path made = copy.resolve("soak_%d.py".formatted(number));
            Files.writeString(made, "def %s():%n    return %d%n".formatted(mark, number));
            if (number % 10 == 0) {
                seek(mark);
            }
            Files.delete(made);
            return;
        }
        Path file = files.get(random.nextInt(files.size()));
        Files.writeString(file, "\n# " + mark + "\n", StandardOpenOption.APPEND);
    }

    private void seek(String mark) throws InterruptedException {
        long began = System.nanoTime();
        while (bolt.knowledge()
                .search()
                .search(TextQuery.literals(WORKSPACE, List.of(mark), true, 1))
                .files()
                .isEmpty()) {
            if (System.nanoTime() - began > TimeUnit.MILLISECONDS.toNanos(STALE_MILLIS)) {
                failed("an edit was not found");
                return;
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** Another workspace comes, is asked, and is forgotten. */
    private void second() {
        var id = new WorkspaceId("soak-second");
        bolt.read(id, original);
        bolt.solve(id, SolveLoad.QUESTIONS.getFirst(), 0);
        bolt.forget(id);
    }

    private void row(String name) {
        var weights = new ArrayList<String>();
        for (String service : SERVICES) {
            weights.add(Weight.of(services.pid(service)).toString());
        }
        List<Double> times;
        synchronized (solves) {
            times = List.copyOf(solves);
            solves.clear();
        }
        var failed = new TreeMap<>(failures);
        failed.forEach(failures::remove);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.0f, %.0f | %s | %d | %s |%n",
                name,
                calls.getAndSet(0),
                Score.median(times),
                Score.quantile(times, 0.99),
                failed.isEmpty() ? "" : failed,
                temporary(),
                String.join(" | ", weights));
    }

    private long temporary() {
        try (Stream<Path> all = Files.walk(home.resolve("cache/tmp"))) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException none) {
            return 0;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.filter(Files::isRegularFile)
                    .filter(path -> !from.relativize(path).startsWith(".git"))
                    .toList()) {
                Path target = to.resolve(from.relativize(path));
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException left) {
            System.err.println("The copy is left behind: " + left.getMessage());
        }
    }
}
