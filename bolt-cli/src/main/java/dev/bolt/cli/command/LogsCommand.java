package dev.bolt.cli.command;

import dev.bolt.cli.console.Failure;
import dev.bolt.cli.process.LogFile;
import dev.bolt.cli.process.Service;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", mixinStandardHelpOptions = true, description = "Show what the services logged.")
final class LogsCommand implements Callable<Integer> {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Context context;

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            description = "search, analysis, einstein, orchestrator or gateway; all by default.")
    private @Nullable String name;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "50",
            description = "Lines of each log to begin with; 50 by default.")
    private int lines;

    LogsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        var services = name == null ? List.of(Service.values()) : List.of(named(name));
        var out = context.terminal().out();
        for (var service : services) {
            var log = LogFile.of(context.home(), service);
            if (services.size() > 1) {
                out.println(context.terminal().outColors().dim("==> " + log + " <=="));
            }
            LogFile.tail(log, Math.max(0, lines)).forEach(out::println);
        }
        out.flush();
        if (follow) {
            follow(LogFile.of(context.home(), services.getFirst()));
        }
        return 0;
    }

    private Service named(String wanted) {
        return Arrays.stream(Service.values())
                .filter(service ->
                        service.label().equals(wanted) || service.module().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Failure.input("There is no service '" + wanted + "'. There are "
                        + Arrays.stream(Service.values()).map(Service::label).collect(Collectors.joining(", ")) + "."));
    }

    /** Ends with the process alone; a log that begins anew is read from its begin. */
    private void follow(Path log) throws IOException {
        if (name == null) {
            throw Failure.input("To follow, name one service: bolt logs search -f");
        }
        long at = log.toFile().length();
        var buffer = new byte[8192];
        while (!Thread.currentThread().isInterrupted()) {
            long length = log.toFile().length();
            at = length < at ? 0 : at;
            if (length > at) {
                try (var file = new RandomAccessFile(log.toFile(), "r")) {
                    file.seek(at);
                    int count = file.read(buffer);
                    context.terminal().out().write(buffer, 0, Math.max(0, count));
                    at += Math.max(0, count);
                }
                context.terminal().out().flush();
            } else {
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
    }
}
