package dev.bolt.cli.command;

import dev.bolt.cli.process.Service;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stop the services: kindly, and by force what has not ended after ten seconds.")
final class DownCommand implements Callable<Integer> {
    private final Context context;

    DownCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var stopped = context.fleet().down();
        context.terminal()
                .out()
                .println(
                        stopped.isEmpty()
                                ? "Nothing ran"
                                : "Stopped "
                                        + stopped.stream().map(Service::label).collect(Collectors.joining(", ")));
        return 0;
    }
}
