package dev.bolt.cli;

import dev.bolt.cli.command.BoltCommand;
import dev.bolt.cli.command.Context;
import dev.bolt.cli.console.Palette;
import dev.bolt.cli.console.Terminal;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The program. The launcher says in {@code bolt.terminal} which streams a person reads, and how wide they are. */
public final class Bolt {
    private static final int BUFFER_BYTES = 1 << 16;

    private Bolt() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        var terminal = terminal();
        var context = new Context(System.getenv(), Path.of(""), terminal);
        int code = BoltCommand.create(context).execute(args);
        terminal.out().flush();
        System.exit(code);
    }

    private static Terminal terminal() {
        var streams = List.of(System.getProperty("bolt.terminal", "").split(","));
        return new Terminal(
                stream(FileDescriptor.out, false),
                stream(FileDescriptor.err, true),
                streams.contains("out"),
                streams.contains("err"),
                Integer.getInteger("bolt.columns", 80),
                Palette.PLAIN,
                Palette.PLAIN);
    }

    private static PrintStream stream(FileDescriptor descriptor, boolean autoFlush) {
        var bytes = new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER_BYTES);
        return new PrintStream(bytes, autoFlush, StandardCharsets.UTF_8);
    }
}
