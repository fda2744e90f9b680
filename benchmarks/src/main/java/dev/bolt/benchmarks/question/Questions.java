package dev.bolt.benchmarks.question;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.solve.RankedFile;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveAnswer;
import dev.bolt.benchmarks.client.Bolt;
import dev.bolt.benchmarks.client.RipgrepByHand;
import dev.bolt.benchmarks.client.Score;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks a running Bolt and a person with ripgrep the same questions and prints a Markdown table. Each question is asked
 * three times, first by Bolt, then by ripgrep, in turn; the median time counts.
 */
public final class Questions {
    private static final int TIMES = 3;

    private final Bolt bolt;
    private final PrintStream out;
    private final List<Integer> boltRanks = new ArrayList<>();
    private final List<Integer> ripgrepRanks = new ArrayList<>();
    private final List<Double> boltMillis = new ArrayList<>();
    private final List<Double> ripgrepMillis = new ArrayList<>();

    private Questions(Bolt bolt, PrintStream out) {
        this.bolt = bolt;
        this.out = out;
    }

    /** Arguments: address of the gateway, its token file, the folder of the repositories, the file of questions. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 4) {
            System.err.println("Usage: benchmarks/run questions ADDRESS TOKEN_FILE REPOSITORIES QUESTIONS");
            System.exit(2);
        }
        var bolt =
                new Bolt(arguments[0], Files.readString(Path.of(arguments[1])).strip());
        new Questions(bolt, System.out).ask(Path.of(arguments[2]), Question.read(Path.of(arguments[3])));
    }

    private void ask(Path repositories, List<Question> questions) throws IOException, InterruptedException {
        Map<String, WorkspaceId> known = new HashMap<>();
        out.println(
                "| repository | question | Bolt: rank of the first right file | Bolt ms | ripgrep by hand: rank | ms |");
        out.println("|---|---|--:|--:|--:|--:|");
        for (Question question : questions) {
            Path directory = repositories.resolve(question.repository()).toAbsolutePath();
            WorkspaceId id = known.get(question.repository());
            if (id == null) {
                id = new WorkspaceId("bench-" + question.repository());
                bolt.read(id, directory);
                bolt.solve(id, "warm up", 0);
                known.put(question.repository(), id);
            }
            ask(question, id, directory);
        }
        summary("Bolt", boltRanks, boltMillis);
        summary("ripgrep by hand", ripgrepRanks, ripgrepMillis);
        out.printf(
                "%nMedian time: Bolt / ripgrep by hand = %.2f%n",
                Score.median(boltMillis) / Score.median(ripgrepMillis));
    }

    private void ask(Question question, WorkspaceId id, Path directory) throws IOException, InterruptedException {
        List<String> bolts = List.of();
        List<String> ripgreps = List.of();
        var boltTimes = new ArrayList<Double>();
        var ripgrepTimes = new ArrayList<Double>();
        for (int i = 0; i < TIMES; i++) {
            long began = System.nanoTime();
            bolts = paths(bolt.solve(id, question.text(), 0));
            long between = System.nanoTime();
            ripgreps = RipgrepByHand.rank(directory, question.text());
            boltTimes.add((between - began) / 1e6);
            ripgrepTimes.add((System.nanoTime() - between) / 1e6);
        }
        int boltRank = Score.rank(bolts, question.files());
        int ripgrepRank = Score.rank(ripgreps, question.files());
        boltRanks.add(boltRank);
        ripgrepRanks.add(ripgrepRank);
        boltMillis.add(Score.median(boltTimes));
        ripgrepMillis.add(Score.median(ripgrepTimes));
        out.printf(
                "| %s | %s | %s | %.0f | %s | %.0f |%n",
                question.repository(),
                question.text(),
                place(boltRank),
                boltMillis.getLast(),
                place(ripgrepRank),
                ripgrepMillis.getLast());
    }

    private static List<String> paths(Solve solve) {
        SolveAnswer answer = solve.answer();
        if (answer == null) {
            throw new IllegalStateException("No answer: " + solve.problem());
        }
        return answer.files().stream().map(RankedFile::path).toList();
    }

    private static String place(int rank) {
        return rank == 0 ? "not in 10" : Integer.toString(rank);
    }

    private void summary(String who, List<Integer> ranks, List<Double> millis) {
        out.printf(
                "%n%s: hit@1 %.0f %%, hit@3 %.0f %%, hit@5 %.0f %%, MRR %.3f, median %.0f ms",
                who,
                100 * Score.hit(ranks, 1),
                100 * Score.hit(ranks, 3),
                100 * Score.hit(ranks, 5),
                Score.reciprocal(ranks),
                Score.median(millis));
    }
}
