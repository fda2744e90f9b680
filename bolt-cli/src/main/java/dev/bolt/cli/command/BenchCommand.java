package dev.bolt.cli.command;

import dev.bolt.cli.client.Indexing;
import dev.bolt.cli.client.Json;
import dev.bolt.cli.console.Failure;
import dev.bolt.cli.console.ProgressLine;
import dev.bolt.cli.console.Quantity;
import dev.bolt.cli.console.Table;
import dev.bolt.cli.load.LoadResult;
import dev.bolt.cli.load.SolveLoad;
import dev.bolt.cli.process.Memory;
import dev.bolt.cli.process.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.DoubleConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Load this Bolt and say how it holds: 8 solves at once, then 1,000 at the same moment;",
            "with --stress-test 8 at once for a time. Exit code 4 if a solve failed."
        })
final class BenchCommand implements Callable<Integer> {
    private static final int AT_ONCE = 8;
    private static final int TOGETHER = 80;
    private static final int QUEUED = 1000;
    private static final int LONGEST_SECONDS = 3600;

    private final Context context;

    @Mixin
    private Target target = new Target();

    @Option(names = "--component", paramLabel = "NAME", description = "What to load; `agents` is all there is today.")
    private Component component = Component.AGENTS;

    @Option(names = "--stress-test", description = "8 solves at once for the whole --duration.")
    private boolean stressTest;

    @Option(
            names = "--duration",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long, 1 to 3600; 60 by default. What still waits then is called off.")
    private int seconds;

    private enum Component {
        AGENTS
    }

    BenchCommand(Context context) {
        this.context = context;
    }

    /** All that is shown. */
    private record Report(
            String component, List<LoadResult> loads, long residentBytesBefore, long residentBytesAfter) {}

    @Override
    public Integer call() throws InterruptedException {
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw Failure.input("--duration is 1 to 3600 seconds.");
        }
        var directory = target.directory(context);
        var gateway = context.gateway();
        var workspace = new Indexing(gateway, context.terminal()).ensure(directory);
        long before = resident();
        var loads = new ArrayList<LoadResult>();
        var time = Duration.ofSeconds(seconds);
        try (var line = new ProgressLine(context.terminal())) {
            if (stressTest) {
                loads.add(new SolveLoad(gateway, workspace).during(AT_ONCE, time, bar(line, "stress")));
            } else {
                loads.add(new SolveLoad(gateway, workspace).together(AT_ONCE, TOGETHER, bar(line, "8 at once")));
                loads.add(new SolveLoad(gateway, workspace).queued(QUEUED, time, bar(line, "1,000 queued")));
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Failure failure) {
                throw failure;
            }
            throw new IllegalStateException("A client of the load failed", failed.getCause());
        }
        var report = new Report(component.name().toLowerCase(Locale.ROOT), loads, before, resident());
        context.terminal().out().print(target.json() ? Json.pretty(report) + "\n" : text(report));
        return loads.stream().allMatch(load -> load.failed() == 0) ? 0 : Failure.SERVICE;
    }

    private static DoubleConsumer bar(ProgressLine line, String stage) {
        return share -> line.bar(stage, share, stage);
    }

    private long resident() {
        var registry = context.fleet().registry();
        long sum = 0;
        for (var service : Service.values()) {
            sum += registry.running(service)
                    .map(record -> Memory.residentBytes(record.pid()))
                    .orElse(0L);
        }
        return sum;
    }

    private String text(Report report) {
        var table = new Table()
                .row(
                        "load",
                        "asked",
                        "answered",
                        "refused",
                        "called off",
                        "failed",
                        "a second",
                        "p50",
                        "p99",
                        "step wait p99");
        for (var load : report.loads()) {
            table.row(
                    load.name(),
                    String.valueOf(load.asked()),
                    String.valueOf(load.answered()),
                    String.valueOf(load.refused()),
                    String.valueOf(load.calledOff()),
                    String.valueOf(load.failed()),
                    "%.1f".formatted(load.perSecond()),
                    Quantity.duration((long) load.p50Millis()),
                    Quantity.duration((long) load.p99Millis()),
                    Quantity.duration((long) load.stepWaitP99Millis()));
        }
        return table.render(context.terminal().outColors())
                + "memory of all services: %s before, %s after\n"
                        .formatted(
                                Quantity.bytes(report.residentBytesBefore()),
                                Quantity.bytes(report.residentBytesAfter()));
    }
}
