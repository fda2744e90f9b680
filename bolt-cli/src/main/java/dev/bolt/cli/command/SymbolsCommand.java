package dev.bolt.cli.command;

import dev.bolt.api.analysis.SymbolKind;
import dev.bolt.api.analysis.SymbolResult;
import dev.bolt.cli.render.AnswerText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "symbols", mixinStandardHelpOptions = true, description = "Find definitions by name, kind and file.")
final class SymbolsCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "Part of a name or of a qualified name; all by default.")
    private @Nullable String name;

    @Mixin
    private Target target = new Target();

    @Option(names = "--kind", paramLabel = "KIND", description = "module, class, function, method or variable.")
    private @Nullable SymbolKind kind;

    @Option(names = "--path", paramLabel = "FILE", description = "Only those in this file.")
    private @Nullable String path;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "Most symbols; 100 by default.")
    private int limit;

    SymbolsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var asked = Asked.of(context, target);
        var query = new StringBuilder("/v1/workspaces/" + asked.id() + "/symbols?limit=" + limit);
        if (name != null) {
            query.append("&name=").append(URLEncoder.encode(name, StandardCharsets.UTF_8));
        }
        if (kind != null) {
            query.append("&kind=").append(kind);
        }
        if (path != null) {
            var inside = Target.inside(asked.directory(), context, path);
            query.append("&path=").append(URLEncoder.encode(inside, StandardCharsets.UTF_8));
        }
        return Asked.print(
                context,
                target,
                asked.gateway().get(query.toString()),
                SymbolResult.class,
                new AnswerText(context.terminal().outColors())::symbols,
                result -> result.symbols().isEmpty());
    }
}
