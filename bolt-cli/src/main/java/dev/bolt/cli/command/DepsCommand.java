package dev.bolt.cli.command;

import dev.bolt.api.analysis.DependencyQuery;
import dev.bolt.api.analysis.DependencyResult;
import dev.bolt.cli.render.AnswerText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "deps", mixinStandardHelpOptions = true, description = "Show what a file imports and who imports it.")
final class DepsCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "FILE", description = "Relative to the workspace, or to the current directory inside it.")
    private String file = "";

    @Mixin
    private Target target = new Target();

    DepsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var asked = Asked.of(context, target);
        var query = new DependencyQuery(asked.id(), Target.inside(asked.directory(), context, file));
        return Asked.print(
                context,
                target,
                asked.gateway().post("/v1/dependencies", query),
                DependencyResult.class,
                new AnswerText(context.terminal().outColors())::dependencies,
                result -> result.dependencies().isEmpty() && result.dependents().isEmpty());
    }
}
