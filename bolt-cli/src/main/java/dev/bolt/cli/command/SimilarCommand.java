package dev.bolt.cli.command;

import dev.bolt.api.einstein.SimilarityMode;
import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.api.einstein.SimilarityResult;
import dev.bolt.cli.render.AnswerText;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "similar",
        mixinStandardHelpOptions = true,
        description = "Find the functions, classes and passages that mean it.")
final class SimilarCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(arity = "1..*", paramLabel = "TEXT", description = "A question, a description or a piece of code.")
    private List<String> text = List.of();

    @Mixin
    private Target target = new Target();

    @Option(names = "--mode", paramLabel = "MODE", description = "hybrid (the default), semantic or lexical.")
    private @Nullable SimilarityMode mode;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "10", description = "Most spans; 10 by default.")
    private int limit;

    SimilarCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var asked = Asked.of(context, target);
        var query = new SimilarityQuery(asked.id(), String.join(" ", text), mode, limit);
        return Asked.print(
                context,
                target,
                asked.gateway().post("/v1/similarities", query),
                SimilarityResult.class,
                new AnswerText(context.terminal().outColors())::similar,
                result -> result.chunks().isEmpty() && result.files().isEmpty());
    }
}
