package dev.bolt.cli.command;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.SearchOrder;
import dev.bolt.api.search.SearchResult;
import dev.bolt.cli.client.Indexing;
import dev.bolt.cli.client.Json;
import dev.bolt.cli.console.Failure;
import dev.bolt.cli.render.RipgrepText;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Find the lines that match, with ripgrep's flags and its output.",
        footer = {
            "",
            "Piped, it prints what `rg -n --sort path` prints, byte for byte; on a terminal, headings and colour.",
            "Exit codes as ripgrep's: 0 found, 1 nothing found, 2 or more an error."
        })
final class SearchCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(
            arity = "0..*",
            paramLabel = "PATTERN PATH",
            description = "A Rust regex (unless -e gives it), then files or folders to search.")
    private List<String> positionals = List.of();

    @Option(
            names = "--workspace",
            paramLabel = "PATH",
            description = "The repository; the current directory by default (-w is ripgrep's here).")
    private @Nullable Path workspace;

    @Mixin
    private MatchOptions match = new MatchOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    SearchCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var patterns = match.patterns().isEmpty() ? first() : match.patterns();
        var paths = match.patterns().isEmpty() ? positionals.subList(1, positionals.size()) : positionals;
        var directory = Target.directory(context, workspace);
        var scope = SearchScope.of(paths, directory, context);
        var gateway = context.gateway();
        var id = new Indexing(gateway, context.terminal()).ensure(directory);
        var answer = gateway.post("/v1/searches", match.query(id, patterns, output));
        var result = Json.MAPPER.treeToValue(answer, SearchResult.class);
        var files =
                result.files().stream().filter(file -> scope.holds(file.path())).toList();
        if (!result.complete()) {
            context.terminal().note("warning: the search ended early; there may be more matches.");
        }
        return print(files, result, scope);
    }

    private int print(List<FileMatches> files, SearchResult result, SearchScope scope) {
        var out = context.terminal().out();
        if (output.json()) {
            out.println(Json.pretty(new SearchResult(
                    files,
                    files.stream()
                            .flatMap(file -> file.lines().stream())
                            .filter(line -> !line.context())
                            .count(),
                    files.size(),
                    result.complete(),
                    result.engine(),
                    result.freshness(),
                    result.elapsedMillis())));
        } else if (!output.quiet()) {
            new RipgrepText(out, output.style(context.terminal(), match.contextAsked(), scope))
                    .print(output.order() == SearchOrder.PATH ? RipgrepText.byPath(files) : files);
        }
        return files.stream().anyMatch(file -> !file.lines().isEmpty()) ? 0 : 1;
    }

    private List<String> first() {
        if (positionals.isEmpty()) {
            throw Failure.input("A pattern is missing: bolt search PATTERN [PATH…]");
        }
        return List.of(positionals.getFirst());
    }
}
