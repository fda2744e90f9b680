package dev.bolt.benchmarks.question;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveAnswer;
import dev.bolt.benchmarks.client.Bolt;
import dev.bolt.benchmarks.client.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does Bolt say so when nothing answers? Questions about something else should come back as "nothing found that clearly
 * answers", those that a repository does answer should not; both are asked in turns, right after a repository was
 * added, when hardly a chunk has a vector, or once all have one.
 */
public final class Offtopic {
    private final Bolt bolt;
    private final List<String> strange;
    private final List<Question> known;

    private Offtopic(Bolt bolt, List<String> strange, List<Question> known) {
        this.bolt = bolt;
        this.strange = strange;
        this.known = known;
    }

    /**
     * Arguments: address, token file, a file of {@code {"query": …}} a line, one of questions, whether to wait for all
     * vectors, the repositories.
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 6) {
            System.err.println(
                    "Usage: benchmarks/run offtopic ADDRESS TOKEN_FILE OFFTOPIC QUESTIONS fresh|embedded REPOSITORY...");
            System.exit(2);
        }
        var bolt =
                new Bolt(arguments[0], Files.readString(Path.of(arguments[1])).strip());
        List<String> strange = Files.readAllLines(Path.of(arguments[2])).stream()
                .map(line -> JsonMapper.shared().readTree(line).path("query").asString())
                .toList();
        var offtopic = new Offtopic(bolt, strange, Question.read(Path.of(arguments[3])));
        boolean wait = arguments[4].equals("embedded");
        System.out.println(
                "| repository | embedded at the end | about something else, recognised | answered here, called unlikely | confidence: median of the first, of the second |");
        System.out.println("|---|---|--:|--:|--:|");
        for (int i = 5; i < arguments.length; i++) {
            Path directory = Path.of(arguments[i]).toAbsolutePath();
            String name = directory.getFileName().toString();
            var id = new WorkspaceId("offtopic-" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", ""));
            bolt.read(id, directory);
            if (wait) {
                bolt.embed(id);
            }
            offtopic.ask(id, name);
        }
    }

    private void ask(WorkspaceId id, String name) {
        var here = known.stream()
                .filter(question -> question.repository().equals(name))
                .map(Question::text)
                .toList();
        var unlike = new ArrayList<Double>();
        var like = new ArrayList<Double>();
        double share = 0;
        long recognised = 0;
        long lost = 0;
        for (int i = 0; i < Math.max(strange.size(), here.size()); i++) {
            if (i < here.size()) {
                SolveAnswer answer = answer(id, here.get(i));
                share = answer.coverage().embeddedShare();
                lost += unlikely(answer) ? 1 : 0;
                like.add(answer.confidence());
                say(unlikely(answer), "here", answer, here.get(i));
            }
            if (i < strange.size()) {
                SolveAnswer answer = answer(id, strange.get(i));
                recognised += unlikely(answer) ? 1 : 0;
                unlike.add(answer.confidence());
                say(!unlikely(answer), "else", answer, strange.get(i));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f %% | %d of %d | %d of %d | %.2f, %.2f |%n",
                name,
                100 * share,
                recognised,
                strange.size(),
                lost,
                here.size(),
                Score.median(unlike),
                Score.median(like));
    }

    private SolveAnswer answer(WorkspaceId id, String question) {
        Solve solve = bolt.solve(id, question, 0);
        SolveAnswer answer = solve.answer();
        if (answer == null) {
            throw new IllegalStateException("No answer to '%s': %s".formatted(question, solve.problem()));
        }
        return answer;
    }

    private static boolean unlikely(SolveAnswer answer) {
        return answer.summary().startsWith("Nothing found");
    }

    private static void say(boolean wrong, String kind, SolveAnswer answer, String question) {
        System.err.printf(
                Locale.ROOT, "%s\t%s\t%.2f\t%s%n", wrong ? "WRONG" : "right", kind, answer.confidence(), question);
    }
}
