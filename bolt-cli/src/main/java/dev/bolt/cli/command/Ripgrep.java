package dev.bolt.cli.command;

import dev.bolt.cli.console.Terminal;
import dev.bolt.cli.process.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Whether there is a ripgrep, and how to get one. */
final class Ripgrep {
    static final String INSTALL =
            "install ripgrep 14 or newer (apt install ripgrep, brew install ripgrep, cargo install ripgrep)";

    private Ripgrep() {}

    /** The first {@code rg} on the PATH. */
    static Optional<Path> find(Map<String, String> environment) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "rg"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Says once per home what a ripgrep would bring. */
    static void hint(Map<String, String> environment, Home home, Terminal terminal) {
        var told = home.run().resolve("ripgrep-hint");
        if (find(environment).isPresent() || Files.exists(told)) {
            return;
        }
        terminal.note("No rg on the PATH: Bolt searches by itself, slower and without some patterns; " + INSTALL + ".");
        try {
            Files.writeString(told, "");
        } catch (IOException unwritable) {
            terminal.note("(" + told + " cannot be written, so this will be said again.)");
        }
    }
}
