package dev.bolt.cli.command;

import dev.bolt.api.analysis.AnalysisQuery;
import dev.bolt.api.analysis.AnalysisResult;
import dev.bolt.cli.render.AnswerText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        description = "Show what rules find in files, and what the files define.")
final class AnalyzeCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "Files or folders; the whole workspace by default.")
    private List<String> paths = List.of();

    @Mixin
    private Target target = new Target();

    AnalyzeCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var asked = Asked.of(context, target);
        var inside = paths.stream()
                .map(path -> Target.inside(asked.directory(), context, path))
                .toList();
        return Asked.print(
                context,
                target,
                asked.gateway().post("/v1/analyses", new AnalysisQuery(asked.id(), inside)),
                AnalysisResult.class,
                new AnswerText(context.terminal().outColors())::analysis,
                result -> result.files().isEmpty());
    }
}
