package dev.bolt.cli.command;

import dev.bolt.api.solve.Solve;
import dev.bolt.cli.client.Gateway;
import dev.bolt.cli.client.Json;
import dev.bolt.cli.console.Failure;
import dev.bolt.cli.render.HistoryText;
import dev.bolt.cli.render.SolveReport;
import dev.bolt.cli.render.SolveText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = {
            "List what was asked before, the newest first, or show one answer again.",
            "Exit code 1 if nothing fits."
        })
final class HistoryCommand implements Callable<Integer> {
    private static final int MOST = 1000;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]+");

    private final Context context;

    @Parameters(arity = "0..*", paramLabel = "WORD", description = "Only questions that hold each of these words.")
    private List<String> words = List.of();

    @Option(names = "--show", paramLabel = "ID", description = "Print this answer as `bolt solve` did.")
    private @Nullable String show;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "At most so many; 20 by default.")
    private int limit;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    HistoryCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > MOST) {
            throw Failure.input("--limit is 1 to 1000.");
        }
        if (show != null && !ID.matcher(show).matches()) {
            throw Failure.input("There is no solve '%s'.".formatted(show));
        }
        return show == null ? list(context.gateway()) : show(context.gateway(), show);
    }

    private int list(Gateway gateway) {
        var text = URLEncoder.encode(String.join(" ", words), StandardCharsets.UTF_8);
        var found = gateway.get("/v1/solves?limit=" + limit + (words.isEmpty() ? "" : "&text=" + text));
        var solves = List.of(Json.MAPPER.treeToValue(found, Solve[].class));
        var out = context.terminal().out();
        if (json) {
            out.println(Json.pretty(found));
        } else {
            out.print(new HistoryText(context.terminal().outColors(), ZoneId.systemDefault()).render(solves));
        }
        return solves.isEmpty() ? 1 : 0;
    }

    private int show(Gateway gateway, String id) {
        var report = SolveReport.of(Json.MAPPER.treeToValue(gateway.get("/v1/solves/" + id), Solve.class));
        var out = context.terminal().out();
        if (json) {
            out.println(Json.pretty(report));
        } else {
            out.print(new SolveText(context.terminal().outColors()).render(report));
        }
        return 0;
    }
}
