package dev.bolt.benchmarks.localization;

import dev.bolt.api.einstein.SimilarFile;
import dev.bolt.api.einstein.SimilarityResult;
import dev.bolt.api.solve.RankedFile;
import dev.bolt.orchestrator.evidence.Fusion;
import dev.bolt.orchestrator.evidence.Gathered;
import dev.bolt.orchestrator.evidence.Ranking;
import dev.bolt.orchestrator.solve.Reader;
import dev.bolt.orchestrator.solve.Understanding;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What each source adds: rankings of recorded answers, each with one source more than the one before, and whether the
 * two differ by more than chance. The last is what {@code solve} does.
 */
public final class Ablation {
    private static final int FILES = 50;
    private static final int INSIDE = 10;

    private final List<Recorded> all;
    private final PrintStream out;
    private @Nullable Tally before;

    private enum Source {
        CHUNKS,
        LITERALS,
        SYMBOLS,
        NAMED
    }

    /** One way to rank. */
    private interface Ranker {
        void rank(Recorded recorded, Tally into);
    }

    private Ablation(List<Recorded> all, PrintStream out) {
        this.all = all;
        this.out = out;
    }

    /** Arguments: recordings of {@code benchmarks/run localization}. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.err.println("Usage: benchmarks/run ablation RECORDING...");
            System.exit(2);
        }
        var all = new ArrayList<Recorded>();
        for (String argument : arguments) {
            List<Recorded> some = Recorded.read(Path.of(argument));
            System.out.printf("%n%s%n%n", Path.of(argument).getFileName());
            new Ablation(some, System.out).report();
            all.addAll(some);
        }
        System.out.printf("%nall%n%n");
        new Ablation(all, System.out).report();
    }

    private void report() {
        out.println(Tally.HEAD);
        out.println(Tally.LINE);
        row("BM25, whole words", (recorded, tally) -> tally.add(recorded.pair(), recorded.bm25()));
        row("ripgrep by hand", (recorded, tally) -> tally.add(recorded.pair(), python(recorded.byHand().stream())));
        before = null;
        row("words: body, path, outline, definition", (recorded, tally) -> files(recorded.words(), recorded, tally));
        row("+ meaning: hybrid search alone", (recorded, tally) -> files(recorded.similar(), recorded, tally));
        row("+ best chunk of a file", fusion(true, Source.CHUNKS));
        row("+ exact strings", fusion(true, Source.CHUNKS, Source.LITERALS));
        row("+ definitions", fusion(true, Source.CHUNKS, Source.LITERALS, Source.SYMBOLS));
        row("+ paths and frames: solve", fusion(true, Source.values()));
        row("solve without meaning", fusion(false, Source.values()));
    }

    private void row(String name, Ranker ranker) {
        var tally = new Tally(name);
        all.forEach(recorded -> ranker.rank(recorded, tally));
        out.println(tally.row(before));
        before = tally;
    }

    private static void files(SimilarityResult result, Recorded recorded, Tally tally) {
        tally.add(recorded.pair(), python(result.files().stream().map(SimilarFile::path)));
    }

    private static Ranker fusion(boolean meaning, Source... sources) {
        Set<Source> with = Set.of(sources);
        return (recorded, tally) -> {
            Understanding asked = Reader.read(recorded.pair().query());
            var found = new Gathered();
            found.similar(meaning ? recorded.similar() : recorded.words());
            if (with.contains(Source.LITERALS)) {
                found.literals.putAll(recorded.literals());
            }
            if (with.contains(Source.SYMBOLS)) {
                found.symbols.putAll(recorded.symbols());
            }
            if (with.contains(Source.NAMED)) {
                found.named.addAll(recorded.named());
            }
            found.inside(Fusion.rank(asked, found, INSIDE).files().stream()
                    .flatMap(file -> recorded.inside().getOrDefault(file.path(), List.of()).stream())
                    .toList());
            Ranking ranking = Fusion.rank(asked, found, FILES);
            tally.add(recorded.pair(), python(ranking.files().stream().map(RankedFile::path)));
            tally.addFunctions(
                    recorded.pair(),
                    ranking.evidence().stream()
                            .filter(evidence -> !evidence.symbol().isEmpty())
                            .map(evidence -> evidence.path() + "::" + evidence.symbol())
                            .distinct()
                            .toList());
        };
    }

    private static List<String> python(Stream<String> paths) {
        return paths.filter(path -> path.endsWith(".py")).toList();
    }
}
