package dev.bolt.cli.command;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.PathResult;
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
            "Not taken: -L, -z, --pre, --replace, --stats, --passthru, --sort by time, --iglob, -f.",
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

    @Mixin
    private RipgrepFlags ripgrep = new RipgrepFlags();

    @Option(names = "--files", description = "Print the files that would be searched; takes no pattern.")
    private boolean files;

    SearchCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return files ? list() : search();
    }

    private Integer list() {
        if (!match.patterns().isEmpty() || ripgrep.asked() != null) {
            throw Failure.input("--files takes paths, globs and types, no pattern and no option of ripgrep's search.");
        }
        var directory = Target.directory(context, workspace);
        var scope = SearchScope.of(positionals, directory, context);
        var gateway = context.gateway();
        var id = new Indexing(gateway, context.terminal()).ensure(directory);
        var answer = gateway.post("/v1/searches/paths", match.paths(id));
        var paths = Json.MAPPER.treeToValue(answer, PathResult.class).paths().stream()
                .filter(scope::holds)
                .toList();
        var out = context.terminal().out();
        if (output.json()) {
            out.println(Json.pretty(paths));
        } else if (!output.quiet()) {
            paths.forEach(path -> out.println(scope.prefix() + path));
        }
        return paths.isEmpty() ? 1 : 0;
    }

    private Integer search() {
        var patterns = match.patterns().isEmpty() ? first() : match.patterns();
        var paths = match.patterns().isEmpty() ? positionals.subList(1, positionals.size()) : positionals;
        var directory = Target.directory(context, workspace);
        var scope = SearchScope.of(paths, directory, context);
        var gateway = context.gateway();
        var id = new Indexing(gateway, context.terminal()).ensure(directory);
        var answer = gateway.post("/v1/searches", match.query(id, patterns, output, ripgrep));
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
