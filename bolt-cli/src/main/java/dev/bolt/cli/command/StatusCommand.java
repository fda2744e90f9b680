package dev.bolt.cli.command;

import dev.bolt.api.index.IndexStatus;
import dev.bolt.api.workspace.Workspace;
import dev.bolt.cli.client.Json;
import dev.bolt.cli.console.Failure;
import dev.bolt.cli.console.Quantity;
import dev.bolt.cli.console.Table;
import dev.bolt.cli.process.Fleet;
import dev.bolt.cli.process.Memory;
import dev.bolt.cli.process.ProcessRecord;
import dev.bolt.cli.process.Service;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Show the services and the workspaces. Exit code 1 if not all services are ready.")
final class StatusCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    StatusCommand(Context context) {
        this.context = context;
    }

    /** One line of the first table. */
    private record Row(String service, String state, long pid, int port, long residentBytes) {}

    /** All that is shown. */
    private record Report(List<Row> services, List<Workspace> workspaces) {}

    @Override
    public Integer call() {
        var fleet = context.fleet();
        var rows = Arrays.stream(Service.values())
                .map(service -> fleet.registry()
                        .running(service)
                        .map(record -> row(fleet, record))
                        .orElseGet(() -> new Row(service.label(), "down", 0, 0, 0)))
                .toList();
        var report = new Report(rows, fleet.answers() ? workspaces(fleet) : List.of());
        var out = context.terminal().out();
        if (json) {
            out.println(Json.pretty(report));
        } else {
            out.print(text(report));
        }
        return rows.stream().allMatch(row -> row.state().equals("ready")) ? 0 : 1;
    }

    private static Row row(Fleet fleet, ProcessRecord record) {
        return new Row(
                record.service(),
                fleet.ready(record) ? "ready" : "not ready",
                record.pid(),
                record.port(),
                Memory.residentBytes(record.pid()));
    }

    private List<Workspace> workspaces(Fleet fleet) {
        try {
            var answer = context.running(fleet).get("/v1/workspaces");
            return List.of(Json.MAPPER.treeToValue(answer, Workspace[].class));
        } catch (Failure unreachable) {
            return List.of(); // the table above shows it
        }
    }

    private String text(Report report) {
        var colors = context.terminal().outColors();
        var services = new Table().row("SERVICE", "STATE", "PID", "ADDRESS", "MEMORY");
        for (var row : report.services()) {
            boolean up = row.pid() > 0;
            services.row(
                    row.service(),
                    row.state(),
                    up ? String.valueOf(row.pid()) : "-",
                    up ? "http://127.0.0.1:" + row.port() : "-",
                    Quantity.bytes(row.residentBytes()));
        }
        if (report.workspaces().isEmpty()) {
            return services.render(colors);
        }
        var workspaces = new Table().row("WORKSPACE", "INDEXES", "PATH");
        for (var workspace : report.workspaces()) {
            workspaces.row(workspace.id().value(), indexes(workspace.indexes()), workspace.path());
        }
        return services.render(colors) + "\n" + workspaces.render(colors);
    }

    private static String indexes(List<IndexStatus> indexes) {
        var parts = new ArrayList<String>();
        for (var index : indexes) {
            var share = index.share() >= 1 ? "" : String.format(Locale.ROOT, " %d%%", (int) (index.share() * 100));
            parts.add(index.service() + " " + index.state().name().toLowerCase(Locale.ROOT) + share);
        }
        return parts.isEmpty() ? "-" : String.join(", ", parts);
    }
}
