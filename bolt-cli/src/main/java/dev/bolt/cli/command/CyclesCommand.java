package dev.bolt.cli.command;

import dev.bolt.api.analysis.CycleQuery;
import dev.bolt.api.analysis.CycleResult;
import dev.bolt.cli.render.AnswerText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "cycles",
        mixinStandardHelpOptions = true,
        description = "Show files that import each other in a circle. Exit code 1 if there are none.")
final class CyclesCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private Target target = new Target();

    CyclesCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var asked = Asked.of(context, target);
        return Asked.print(
                context,
                target,
                asked.gateway().post("/v1/cycles", new CycleQuery(asked.id())),
                CycleResult.class,
                new AnswerText(context.terminal().outColors())::cycles,
                result -> result.cycles().isEmpty());
    }
}
