package dev.bolt.cli.command;

import dev.bolt.api.vitals.BoltStatus;
import dev.bolt.cli.client.Json;
import dev.bolt.cli.console.Failure;
import dev.bolt.cli.process.Doctor;
import dev.bolt.cli.process.Doctor.Check;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Check what Bolt needs. Exit code 4 if something is wrong.")
final class DoctorCommand implements Callable<Integer> {
    private final Context context;

    DoctorCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var checks = new ArrayList<>(new Doctor(context.home(), context.distribution(), context.fleet()).examine());
        checks.add(Ripgrep.find(context.environment())
                .map(rg -> new Check("ripgrep", true, Doctor.firstLine(rg.toString(), "--version") + " at " + rg))
                .orElse(new Check(
                        "ripgrep", true, "none: Bolt searches by itself; for more speed, " + Ripgrep.INSTALL)));
        checks.add(Similarity.of(status()));
        var terminal = context.terminal();
        for (var check : checks) {
            var mark = check.good()
                    ? terminal.outColors().green("✓")
                    : terminal.outColors().red("✗");
            terminal.out().printf("%s %-12s  %s%n", mark, check.name(), check.told());
        }
        return checks.stream().allMatch(Check::good) ? 0 : Failure.SERVICE;
    }

    private Optional<BoltStatus> status() {
        var fleet = context.fleet();
        if (!fleet.answers()) {
            return Optional.empty();
        }
        try {
            var answer = context.running(fleet).get("/v1/status");
            return Optional.of(Json.MAPPER.treeToValue(answer, BoltStatus.class));
        } catch (Failure unreachable) {
            return Optional.empty(); // the checks above show it
        }
    }
}
