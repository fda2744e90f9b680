package dev.bolt.cli.command;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.solve.Priority;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.solve.SolveState;
import dev.bolt.api.solve.Step;
import dev.bolt.cli.client.Gateway;
import dev.bolt.cli.client.Indexing;
import dev.bolt.cli.client.Json;
import dev.bolt.cli.client.SolveStream;
import dev.bolt.cli.console.Failure;
import dev.bolt.cli.console.OnInterrupt;
import dev.bolt.cli.console.ProgressLine;
import dev.bolt.cli.process.PatchWorktree;
import dev.bolt.cli.render.SolveMarkdown;
import dev.bolt.cli.render.SolveReport;
import dev.bolt.cli.render.SolveText;
import dev.bolt.cli.render.StepLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "solve",
        mixinStandardHelpOptions = true,
        description = "Answer a question in plain words with ranked places in the code.")
final class SolveCommand implements Callable<Integer> {
    private static final int LONGEST_SECONDS = 3600;
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(3);

    private final Context context;

    @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "A question, a task, a stack trace.")
    private List<String> question = List.of();

    @Mixin
    private Target target = new Target();

    @Option(names = "--markdown", description = "Print Markdown for a language model's context.")
    private boolean markdown;

    @Option(names = "--sarif", description = "Print the findings of the answer as SARIF 2.1.0.")
    private boolean sarif;

    @Option(
            names = "--tokens",
            paramLabel = "N",
            description = "With --markdown: tokens that it may have, about; 8000 by default.")
    private int tokens = SolveMarkdown.TOKENS;

    @Option(names = "--analyze-only", description = "Answer and change nothing. The default.")
    private boolean analyzeOnly;

    @Option(names = "--propose", description = "Let an attached language model propose a patch, and print it.")
    private boolean propose;

    @Option(names = "--apply", description = "The same, and apply the patch in a git worktree of its own.")
    private boolean apply;

    @Option(names = "--agents", paramLabel = "N", description = "Most steps at once; the whole pool by default.")
    private int agents;

    @Option(names = "--limit", paramLabel = "N", description = "Most files to rank; 10 by default.")
    private int limit;

    @Option(names = "--priority", paramLabel = "LANE", description = "critical, high, normal or low.")
    private @Nullable Priority priority;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "Time to run before a partial answer is given.")
    private double timeout;

    SolveCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var directory = target.directory(context);
        var text = String.join(" ", question);
        check(text);
        var gateway = context.gateway();
        var workspace = new Indexing(gateway, context.terminal()).ensure(directory);
        var solve = solve(gateway, workspace, text);
        var report = SolveReport.of(solve);
        var out = context.terminal().out();
        if (sarif) {
            out.println(Json.pretty(gateway.get("/v1/solves/" + solve.id() + "/sarif")));
        } else if (target.json()) {
            out.println(Json.pretty(report));
        } else if (markdown) {
            out.print(SolveMarkdown.render(report, tokens));
        } else {
            out.print(new SolveText(context.terminal().outColors()).render(report));
        }
        if (apply) {
            apply(directory, report);
        }
        return exitCode(report);
    }

    private void check(String text) {
        if (text.isBlank()) {
            throw Failure.input("The question is empty. Ask in plain words: bolt solve \"where are totals rounded?\"");
        }
        if (!(timeout >= 0 && timeout <= LONGEST_SECONDS)) { // nor NaN
            throw Failure.input("--timeout is 0 to 3600 seconds; 0 is what its priority has.");
        }
        if (tokens < 500 || tokens > 1_000_000) {
            throw Failure.input("--tokens is 500 to 1000000.");
        }
        if (Stream.of(target.json(), markdown, sarif).filter(one -> one).count() > 1) {
            throw Failure.input("--json, --markdown and --sarif are forms of one answer: give one of them.");
        }
        if (analyzeOnly && apply) {
            throw Failure.input("--analyze-only changes nothing, --apply does: give one of them.");
        }
    }

    private void apply(Path directory, SolveReport report) {
        var proposal = report.proposal();
        String patch = proposal == null ? null : proposal.patch();
        if (patch == null) {
            throw Failure.input("There is no patch to apply: "
                    + (proposal == null
                            ? "no language model summed up this answer; bolt.orchestrator.model.url attaches one, and the trail says what went wrong with it."
                            : "the model proposes none."));
        }
        Path worktree = context.home().path().resolve("worktrees").resolve(report.id());
        PatchWorktree.apply(directory, worktree, patch);
        context.terminal()
                .note("Applied in " + worktree
                        + " and nowhere else. Look with `git -C` there; `git worktree remove --force` takes it away.");
    }

    private Solve solve(Gateway gateway, WorkspaceId workspace, String text) {
        var request = new SolveRequest(
                workspace, text, true, agents, limit, priority, (long) Math.ceil(timeout * 1000), propose || apply);
        var accepted = new CompletableFuture<String>();
        try (var interrupt = OnInterrupt.run(() -> callOff(gateway, accepted));
                var line = new ProgressLine(context.terminal())) {
            line.show("solve", "solving");
            var id = Json.MAPPER
                    .treeToValue(gateway.post("/v1/solves", request), Solve.class)
                    .id();
            accepted.complete(id);
            return new SolveStream(gateway).follow(id, step -> show(step, line));
        }
    }

    /** A question that is on its way when Ctrl-C comes is waited for, so that it does not go on unheard. */
    private void callOff(Gateway gateway, CompletableFuture<String> accepted) {
        try {
            gateway.delete("/v1/solves/" + accepted.get(ON_ITS_WAY.toMillis(), TimeUnit.MILLISECONDS));
            context.terminal().note("Called off. The services keep running; `bolt down` stops them.");
        } catch (TimeoutException | ExecutionException | InterruptedException notAccepted) {
            context.terminal().note("Ended before the question was accepted.");
        }
    }

    private void show(Step step, ProgressLine line) {
        line.done(StepLine.of(step, context.terminal().errColors()));
        line.show("solve", "solving");
    }

    private static int exitCode(SolveReport report) {
        if (report.state() == SolveState.FAILED || report.state() == SolveState.CANCELLED) {
            return Failure.SERVICE;
        }
        return report.files().isEmpty() ? 1 : 0;
    }
}
