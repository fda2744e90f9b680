package dev.bolt.cli.command;

import dev.bolt.api.analysis.ChangeQuery;
import dev.bolt.api.analysis.ChangeResult;
import dev.bolt.api.analysis.ImpactQuery;
import dev.bolt.api.analysis.ImpactResult;
import dev.bolt.cli.console.Failure;
import dev.bolt.cli.process.GitDiff;
import dev.bolt.cli.render.AnswerText;
import dev.bolt.cli.render.ChangeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "impact",
        mixinStandardHelpOptions = true,
        description = {
            "Show who may break when files change.",
            "Without a file: who uses the definitions that differ from git's last commit, and who depends on their files."
        })
final class ImpactCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "The files that change.")
    private List<String> files = List.of();

    @Option(
            names = "--diff",
            paramLabel = "PATCH",
            description = "A unified diff, applied already or not; - is standard input.")
    private @Nullable String diff;

    @Mixin
    private Target target = new Target();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "0", description = "Most files; 1,000 by default.")
    private int limit;

    ImpactCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (diff != null && !files.isEmpty()) {
            throw Failure.input("Give files or --diff, not both.");
        }
        return files.isEmpty() ? ofDiff() : ofFiles();
    }

    private int ofFiles() {
        var asked = Asked.of(context, target);
        var inside = files.stream()
                .map(file -> Target.inside(asked.directory(), context, file))
                .toList();
        return Asked.print(
                context,
                target,
                asked.gateway().post("/v1/impact", new ImpactQuery(asked.id(), inside, limit)),
                ImpactResult.class,
                new AnswerText(context.terminal().outColors())::impact,
                result -> result.affected().isEmpty());
    }

    private int ofDiff() {
        String patch = diff == null ? GitDiff.since(target.directory(context)) : read(diff);
        if (patch.isBlank()) {
            throw Failure.input("Nothing changes: the diff is empty. Name each FILE that will.");
        }
        if (patch.length() > GitDiff.MOST_CHARACTERS) {
            throw Failure.input("The diff has more than a million characters. Name each FILE that changes.");
        }
        var asked = Asked.of(context, target);
        return Asked.print(
                context,
                target,
                asked.gateway().post("/v1/changes", new ChangeQuery(asked.id(), patch, limit)),
                ChangeResult.class,
                new ChangeText(context.terminal().outColors())::of,
                result -> result.affected().isEmpty());
    }

    private String read(String file) {
        try {
            byte[] bytes = file.equals("-")
                    ? System.in.readAllBytes()
                    : Files.readAllBytes(context.directory().resolve(file));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Failure.input("Cannot read " + file + ": " + e.getMessage());
        }
    }
}
