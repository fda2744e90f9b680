package dev.bolt.cli.command;

import dev.bolt.cli.process.ProcessRecord;
import dev.bolt.cli.process.Service;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Start what does not run, and wait until all five services are ready.")
final class UpCommand implements Callable<Integer> {
    private final Context context;

    UpCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var fleet = context.fleet();
        var started = fleet.up();
        Ripgrep.hint(context.environment(), context.home(), context.terminal());
        int port = fleet.registry()
                .running(Service.GATEWAY)
                .map(ProcessRecord::port)
                .orElse(0);
        context.terminal()
                .out()
                .println("Bolt " + (started.isEmpty() ? "runs already" : "is up") + " at http://127.0.0.1:" + port);
        return 0;
    }
}
