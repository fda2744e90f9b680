package dev.bolt.cli.command;

import dev.bolt.cli.client.Gateway;
import dev.bolt.cli.client.Json;
import dev.bolt.cli.console.ColorMode;
import dev.bolt.cli.console.Failure;
import dev.bolt.cli.console.Terminal;
import dev.bolt.cli.process.Distribution;
import dev.bolt.cli.process.Fleet;
import dev.bolt.cli.process.Home;
import dev.bolt.cli.process.ProcessRecord;
import dev.bolt.cli.process.Service;
import java.nio.file.Path;
import java.util.Map;

/** What every command works with: environment, terminal, home, and the way to the services. One per run. */
public final class Context {
    private final Map<String, String> environment;
    private final Path directory;
    private Terminal terminal;

    /** Touches nothing yet; {@code directory} is the caller's. */
    public Context(Map<String, String> environment, Path directory, Terminal terminal) {
        this.environment = Map.copyOf(environment);
        this.directory = directory.toAbsolutePath().normalize();
        this.terminal = terminal.colored(ColorMode.AUTO, noColor());
    }

    void color(ColorMode mode) {
        terminal = terminal.colored(mode, noColor());
    }

    private String noColor() {
        return environment.getOrDefault("NO_COLOR", "");
    }

    Map<String, String> environment() {
        return environment;
    }

    Path directory() {
        return directory;
    }

    Terminal terminal() {
        return terminal;
    }

    Home home() {
        return Home.of(environment);
    }

    Distribution distribution() {
        return Distribution.of(environment);
    }

    Fleet fleet() {
        boolean train = !environment.getOrDefault("BOLT_TRAIN", "on").equals("off");
        return new Fleet(home(), distribution(), Json.MAPPER, terminal, train);
    }

    /** The gateway of the running services, which are started first if they do not run or hang. */
    Gateway gateway() {
        var fleet = fleet();
        if (!fleet.complete() || !fleet.answers()) {
            fleet.up();
            Ripgrep.hint(environment, home(), terminal);
        }
        return running(fleet);
    }

    /** The gateway of services that run already. */
    Gateway running(Fleet fleet) {
        int port = fleet.registry()
                .running(Service.GATEWAY)
                .map(ProcessRecord::port)
                .orElseThrow(() -> Failure.service("The gateway does not run. `bolt up` starts it."));
        return new Gateway(port, home().token());
    }
}
