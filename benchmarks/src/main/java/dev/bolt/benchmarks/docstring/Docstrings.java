package dev.bolt.benchmarks.docstring;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.einstein.SimilarityFilter;
import dev.bolt.api.einstein.SimilarityMode;
import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.api.einstein.SimilarityResult;
import dev.bolt.benchmarks.client.Bolt;
import dev.bolt.benchmarks.client.Score;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Takes the docstrings out of a tree, lets Bolt read and embed what is left, and asks for each function with the first
 * paragraph of the docstring it had, among functions: by words alone, by meaning alone and by both, beside
 * {@link PlainBm25}. The first ten are looked at. Of more than {@code QUESTIONS} (in the environment, else 2,000) every
 * so-manieth is asked, by four clients.
 */
public final class Docstrings {
    private static final int LOOKED_AT = 10;
    private static final int CLIENTS = 4;
    static final SimilarityFilter FUNCTIONS = new SimilarityFilter(null, null, List.of("function"), null);

    private final Bolt bolt;
    private final PrintStream out;

    private Docstrings(Bolt bolt, PrintStream out) {
        this.bolt = bolt;
        this.out = out;
    }

    /** Arguments: address, token file, folder to work in, then source trees, one or more. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 4) {
            System.err.println("Usage: benchmarks/run docstrings ADDRESS TOKEN_FILE WORK_DIR TREE...");
            System.exit(2);
        }
        var bolt =
                new Bolt(arguments[0], Files.readString(Path.of(arguments[1])).strip());
        var run = new Docstrings(bolt, System.out);
        System.out.println("| tree | questions | ranking | hit@1 | hit@10 | MRR@10 | median ms |");
        System.out.println("|---|--:|---|--:|--:|--:|--:|");
        for (int i = 3; i < arguments.length; i++) {
            Path source = Path.of(arguments[i]).toAbsolutePath().normalize();
            String name = source.getFileName().toString().replaceAll("[^A-Za-z0-9]+", "-");
            run.ask(
                    name,
                    Stripped.of(source, Path.of(arguments[2]).toAbsolutePath().resolve(name)));
        }
    }

    private static List<Stripped.Asked> some(List<Stripped.Asked> all) {
        int most = Integer.parseInt(System.getenv().getOrDefault("QUESTIONS", "2000"));
        return IntStream.range(0, Math.min(most, all.size()))
                .mapToObj(i -> all.get((int) ((long) i * all.size() / Math.min(most, all.size()))))
                .toList();
    }

    private void plain(String name, Stripped stripped) throws IOException {
        var peer = PlainBm25.over(stripped.tree());
        List<Integer> ranks = some(stripped.asked()).stream()
                .map(one -> Score.rank(peer.best(one.question(), LOOKED_AT), List.of(one.answer())))
                .toList();
        tell(name, "plain BM25", ranks, Double.NaN);
    }

    private void tell(String name, String ranking, List<Integer> ranks, double millis) {
        out.printf(
                "| %s | %d | %s | %.1f | %.1f | %.3f | %.0f |%n",
                name,
                ranks.size(),
                ranking,
                100 * Score.hit(ranks, 1),
                100 * Score.hit(ranks, LOOKED_AT),
                Score.reciprocal(ranks),
                millis);
    }

    private void ask(String name, Stripped stripped) throws IOException {
        plain(name, stripped);
        var id = new WorkspaceId("docstring-" + name);
        bolt.read(id, stripped.tree());
        bolt.embed(id);
        List<Stripped.Asked> questions = some(stripped.asked());
        for (SimilarityMode mode : SimilarityMode.values()) {
            List<Double> millis = Collections.synchronizedList(new ArrayList<>());
            List<Future<Integer>> ranks = new ArrayList<>();
            try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
                questions.forEach(one -> ranks.add(clients.submit(() -> rank(id, one, mode, millis))));
            }
            List<Integer> all = ranks.stream().map(Future::resultNow).toList();
            tell(name, mode.name().toLowerCase(Locale.ROOT), all, Score.median(millis));
        }
    }

    private int rank(WorkspaceId id, Stripped.Asked one, SimilarityMode mode, List<Double> millis) {
        long began = System.nanoTime();
        var query = new SimilarityQuery(id, one.question(), null, mode, LOOKED_AT, FUNCTIONS);
        List<String> found = functions(bolt.similar(query));
        millis.add((System.nanoTime() - began) / 1e6);
        return Score.rank(found, List.of(one.answer()));
    }

    static List<String> functions(SimilarityResult result) {
        return result.chunks().stream()
                .map(chunk -> chunk.span().path() + "::" + chunk.symbol())
                .distinct()
                .toList();
    }
}
