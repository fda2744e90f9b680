package dev.bolt.benchmarks.question;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveAnswer;
import dev.bolt.benchmarks.client.Bolt;
import dev.bolt.benchmarks.client.RipgrepByHand;
import dev.bolt.benchmarks.client.Score;
import dev.bolt.cli.load.SolveLoad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeSet;

/**
 * How long one question after another takes on a warm Bolt, beside the ripgrep processes of a person who looks for the
 * same words; and whether the same question on the same index gives the same answer each time, byte for byte.
 */
public final class Times {
    private static final int REPEATS = 20;

    private Times() {}

    /** Arguments: address, token file, workspace, how many questions, and {@code embedded} to wait for all vectors. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 4) {
            System.err.println("Usage: benchmarks/run times ADDRESS TOKEN_FILE WORKSPACE COUNT [embedded]");
            System.exit(2);
        }
        var bolt =
                new Bolt(arguments[0], Files.readString(Path.of(arguments[1])).strip());
        Path directory = Path.of(arguments[2]).toAbsolutePath();
        int count = Integer.parseInt(arguments[3]);
        var id = new WorkspaceId("times-" + directory.getFileName().toString().replaceAll("[^a-z0-9-]", ""));
        bolt.read(id, directory);
        if (arguments.length > 4) {
            bolt.embed(id);
        }
        for (int i = 0; i < 3 * SolveLoad.QUESTIONS.size(); i++) {
            bolt.solve(id, SolveLoad.QUESTIONS.get(i % SolveLoad.QUESTIONS.size()), 0);
        }
        var millis = new ArrayList<Double>();
        var byHand = new ArrayList<Double>();
        Solve last = bolt.solve(id, SolveLoad.QUESTIONS.getFirst(), 0);
        for (int i = 0; i < count; i++) {
            String question = SolveLoad.QUESTIONS.get(i % SolveLoad.QUESTIONS.size());
            long began = System.nanoTime();
            last = bolt.solve(id, question, 0);
            millis.add((System.nanoTime() - began) / 1e6);
            if (i < SolveLoad.QUESTIONS.size()) {
                began = System.nanoTime();
                RipgrepByHand.rank(directory, question);
                byHand.add((System.nanoTime() - began) / 1e6);
            }
        }
        SolveAnswer answer = last.answer();
        System.out.printf(
                "%d files, %.0f %% embedded, %d solves: p50 %.0f ms, p99 %.0f ms; ripgrep by hand p50 %.0f ms; last %s%n",
                answer == null ? 0 : answer.coverage().files(),
                answer == null ? 0 : 100 * answer.coverage().embeddedShare(),
                count,
                Score.median(millis),
                Score.quantile(millis, 0.99),
                Score.median(byHand),
                last.state());
        var answers = new TreeSet<String>();
        for (int i = 0; i < REPEATS; i++) {
            answers.add(
                    String.valueOf(bolt.solve(id, SolveLoad.QUESTIONS.get(3), 0).answer()));
        }
        System.out.printf("%d repeats of one question: %d different answers%n", REPEATS, answers.size());
    }
}
