package dev.bolt.cli.command;

import dev.bolt.api.analysis.ImpactQuery;
import dev.bolt.api.analysis.ImpactResult;
import dev.bolt.cli.render.AnswerText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "impact", mixinStandardHelpOptions = true, description = "Show who may break when files change.")
final class ImpactCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files that change.")
    private List<String> files = List.of();

    @Mixin
    private Target target = new Target();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "0", description = "Most files; 1,000 by default.")
    private int limit;

    ImpactCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var asked = Asked.of(context, target);
        var inside = files.stream()
                .map(file -> Target.inside(asked.directory(), context, file))
                .toList();
        return Asked.print(
                context,
                target,
                asked.gateway().post("/v1/impact", new ImpactQuery(asked.id(), inside, limit)),
                ImpactResult.class,
                new AnswerText(context.terminal().outColors())::impact,
                result -> result.affected().isEmpty());
    }
}
