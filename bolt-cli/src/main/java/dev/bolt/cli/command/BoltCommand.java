package dev.bolt.cli.command;

import dev.bolt.cli.console.ColorMode;
import dev.bolt.cli.console.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root: without a command it prints its help. */
@Command(
        name = "bolt",
        version = "bolt 0.1.0",
        mixinStandardHelpOptions = true,
        description = "Answers questions about a codebase, on this machine, from the code itself.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 found or done, 1 nothing found, 2 bad input, 3 no JDK 25, 4 a service failed.",
            "`bolt test` runs every test of Bolt itself."
        })
public final class BoltCommand implements Runnable {
    private final Context context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private BoltCommand(Context context) {
        this.context = context;
    }

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            description = "auto, always or never; auto is colour on a terminal unless NO_COLOR is set.")
    private void color(ColorMode mode) {
        context.color(mode);
    }

    @Override
    public void run() {
        context.terminal().out().print(spec.commandLine().getUsageMessage());
    }

    /** The command line with all its commands, ready to execute. */
    public static CommandLine create(Context context) {
        var terminal = context.terminal();
        var line = new CommandLine(new BoltCommand(context))
                .addSubcommand("solve", new SolveCommand(context))
                .addSubcommand("history", new HistoryCommand(context))
                .addSubcommand("search", new SearchCommand(context))
                .addSubcommand("similar", new SimilarCommand(context))
                .addSubcommand("symbols", new SymbolsCommand(context))
                .addSubcommand("analyze", new AnalyzeCommand(context))
                .addSubcommand("deps", new DepsCommand(context))
                .addSubcommand("impact", new ImpactCommand(context))
                .addSubcommand("cycles", new CyclesCommand(context))
                .addSubcommand("up", new UpCommand(context))
                .addSubcommand("down", new DownCommand(context))
                .addSubcommand("status", new StatusCommand(context))
                .addSubcommand("logs", new LogsCommand(context))
                .addSubcommand("doctor", new DoctorCommand(context))
                .addSubcommand("bench", new BenchCommand(context))
                .addSubcommand("help", new HelpCommand());
        return line.setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setOut(new PrintWriter(terminal.out(), true))
                .setErr(new PrintWriter(terminal.err(), true))
                .setParameterExceptionHandler((exception, _) -> misused(context, exception))
                .setExecutionExceptionHandler((exception, _, _) -> fail(context, exception));
    }

    private static int misused(Context context, ParameterException exception) {
        var name = exception.getCommandLine().getCommandSpec().qualifiedName();
        var message = String.valueOf(exception.getMessage());
        context.terminal()
                .note(context.terminal().errColors().red("bolt: ") + message + (message.endsWith(".") ? "" : ".") + " `"
                        + name + " --help` shows what there is.");
        return Failure.INPUT;
    }

    private static int fail(Context context, Exception exception) {
        var failure = exception instanceof Failure told ? told : defect(context, exception);
        context.terminal().note(context.terminal().errColors().red("bolt: ") + failure.getMessage());
        return failure.exitCode();
    }

    /** Keeps the trace for whoever mends it, away from whoever reads the terminal. */
    private static Failure defect(Context context, Exception exception) {
        var trace = new StringWriter();
        exception.printStackTrace(new PrintWriter(trace));
        var log = context.home().logs().resolve("cli.log");
        var told = "unexpected " + exception.getClass().getSimpleName() + ": " + exception.getMessage()
                + ". This is a defect of Bolt";
        try {
            Files.createDirectories(context.home().logs());
            Files.writeString(log, trace + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return Failure.service(told + "; its trace is in " + log + ".");
        } catch (IOException unwritable) {
            return Failure.service(told + ".");
        }
    }
}
