package dev.bolt.benchmarks.localization;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.einstein.SimilarFile;
import dev.bolt.api.solve.RankedFile;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveAnswer;
import dev.bolt.benchmarks.client.Bolt;
import dev.bolt.benchmarks.client.Score;
import dev.bolt.benchmarks.client.Tree;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lays out the tree before each change, lets Bolt read it, and asks with the words of the change which files and
 * functions it will touch. Beside {@code solve} the hybrid search alone and BM25 are asked the same. What the services
 * said is recorded for {@link Ablation}.
 */
public final class Localization {
    private static final int FILES = 50;

    private final Bolt bolt;
    private final Path work;
    private final boolean embedded;
    private final PrintStream out;
    private final Tally solve = new Tally("solve");
    private final Tally hybrid = new Tally("hybrid search alone");
    private final Tally bm25 = new Tally("BM25, whole words");
    private final List<Double> millis = new ArrayList<>();
    private int unsure;

    private Localization(Bolt bolt, Path work, boolean embedded, PrintStream out) {
        this.bolt = bolt;
        this.work = work;
        this.embedded = embedded;
        this.out = out;
    }

    /**
     * Arguments: address, token file, folder to work in, then a git directory and a file of pairs, once or more; and
     * {@code embedded} to wait for all vectors of each tree.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean embedded = arguments.length > 0 && arguments[arguments.length - 1].equals("embedded");
        int paths = arguments.length - (embedded ? 1 : 0);
        if (paths < 5 || paths % 2 == 0) {
            System.err.println(
                    "Usage: benchmarks/run localization ADDRESS TOKEN_FILE WORK_DIR (GIT_DIR PAIRS)... [embedded]");
            System.exit(2);
        }
        var bolt =
                new Bolt(arguments[0], Files.readString(Path.of(arguments[1])).strip());
        var run = new Localization(bolt, Path.of(arguments[2]).toAbsolutePath(), embedded, System.out);
        for (int i = 3; i < paths; i += 2) {
            run.ask(Path.of(arguments[i]), Path.of(arguments[i + 1]));
        }
        run.report();
    }

    private void ask(Path git, Path pairs) throws IOException, InterruptedException {
        String name = pairs.getFileName().toString().replaceFirst("\\..*", "");
        var id = new WorkspaceId("localize-" + name);
        var tree = new Tree(git, work.resolve(name));
        Files.createDirectories(work);
        try (var predictions = Files.newBufferedWriter(work.resolve(name + ".predictions.jsonl"));
                var recording = Files.newBufferedWriter(work.resolve(name + ".recording.jsonl"))) {
            for (Pair pair : Pair.read(pairs)) {
                tree.layOut(pair.commit());
                bolt.read(id, tree.folder());
                if (embedded) {
                    bolt.embed(id);
                }
                predictions.write(JsonMapper.shared().writeValueAsString(ask(id, pair)));
                predictions.newLine();
                List<String> words = new Bm25(tree.folder()).rank(pair.query(), FILES);
                bm25.add(pair, words);
                recording.write(
                        Recorded.of(bolt, id, tree.folder(), pair, words).write());
                recording.newLine();
                System.err.printf("\r%s: %d asked", name, millis.size());
            }
        }
    }

    private Map<String, Object> ask(WorkspaceId id, Pair pair) {
        long began = System.nanoTime();
        SolveAnswer answer = answer(bolt.solve(id, pair.query(), FILES));
        millis.add((System.nanoTime() - began) / 1e6);
        List<String> files = python(answer.files().stream().map(RankedFile::path));
        List<String> functions = answer.evidence().stream()
                .filter(evidence -> !evidence.symbol().isEmpty())
                .map(evidence -> evidence.path() + "::" + evidence.symbol())
                .distinct()
                .toList();
        solve.add(pair, files);
        solve.addFunctions(pair, functions);
        hybrid.add(
                pair,
                python(bolt.similar(id, pair.query(), FILES).files().stream().map(SimilarFile::path)));
        unsure += answer.confidence() < 0.3 ? 1 : 0;
        return Map.of("id", pair.id(), "ranked", files, "functions", functions);
    }

    private void report() {
        System.err.println();
        out.println("| ranking | hit@1 | hit@5 | hit@10 | acc@1 | acc@5 | acc@10 | MRR | function hit@10 |");
        out.println("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        Stream.of(solve, hybrid, bm25).map(Tally::row).forEach(out::println);
        List<Double> sorted = millis.stream().sorted(Comparator.naturalOrder()).toList();
        out.printf(
                "%n%d pairs; %d of them answered with a confidence below 0.3; a solve took %.0f ms at the median, %.0f ms at the 95th percentile%n",
                millis.size(), unsure, Score.median(sorted), sorted.get((int) (0.95 * (sorted.size() - 1))));
        out.printf("McNemar, hit@1, solve against BM25: p = %.2g%n", McNemar.exact(bm25.atOne(), solve.atOne()));
    }

    private static List<String> python(Stream<String> paths) {
        return paths.filter(path -> path.endsWith(".py")).toList();
    }

    private static SolveAnswer answer(Solve solve) {
        SolveAnswer answer = solve.answer();
        if (answer == null) {
            throw new IllegalStateException("No answer: " + solve.problem());
        }
        return answer;
    }
}
