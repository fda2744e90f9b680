package dev.bolt.cli.command;

import dev.bolt.api.code.SourceSpan;
import dev.bolt.api.einstein.SimilarityFilter;
import dev.bolt.api.einstein.SimilarityMode;
import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.api.einstein.SimilarityResult;
import dev.bolt.cli.console.Failure;
import dev.bolt.cli.render.AnswerText;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "similar",
        mixinStandardHelpOptions = true,
        description = "Find the functions, classes and passages that mean it.")
final class SimilarCommand implements Callable<Integer> {
    private static final Pattern LINES = Pattern.compile("(.+?):(\\d{1,9})(?:-(\\d{1,9}))?");

    private final Context context;

    @Parameters(arity = "0..*", paramLabel = "TEXT", description = "A question, a description or a piece of code.")
    private List<String> text = List.of();

    @Option(
            names = "--like",
            paramLabel = "PATH:LINE[-LINE]",
            description = "Instead of a text: what is like these lines of the workspace.")
    private @Nullable String like;

    @Mixin
    private Target target = new Target();

    @Option(names = "--mode", paramLabel = "MODE", description = "hybrid (the default), semantic or lexical.")
    private @Nullable SimilarityMode mode;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "10", description = "Most spans; 10 by default.")
    private int limit;

    @Option(
            names = {"-g", "--glob"},
            paramLabel = "GLOB",
            description = "Only paths that match; with a leading ! those that do not. May be repeated.")
    private List<String> globs = List.of();

    @Option(
            names = "--language",
            paramLabel = "NAME",
            description = "Only files in it, such as python. May be repeated.")
    private List<String> languages = List.of();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Only chunks of it: function, class, module or window. May be repeated.")
    private List<String> kinds = List.of();

    @Option(
            names = "--changed-within",
            paramLabel = "TIME",
            description = "Only files written in this time, such as 30m, 12h or 7d.")
    private @Nullable String changedWithin;

    SimilarCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        SourceSpan lines = lines();
        String words = String.join(" ", text);
        if (words.isBlank() == (lines == null)) {
            throw Failure.input("Say what to look for: a text, or lines of the workspace with --like.");
        }
        var filter = new SimilarityFilter(globs, languages, kinds, since());
        var asked = Asked.of(context, target);
        var query = new SimilarityQuery(asked.id(), lines == null ? words : null, lines, mode, limit, filter);
        return Asked.print(
                context,
                target,
                asked.gateway().post("/v1/similarities", query),
                SimilarityResult.class,
                new AnswerText(context.terminal().outColors())::similar,
                result -> result.chunks().isEmpty() && result.files().isEmpty());
    }

    private @Nullable SourceSpan lines() {
        if (like == null) {
            return null;
        }
        Matcher matcher = LINES.matcher(like);
        try {
            if (matcher.matches()) {
                int first = Integer.parseInt(matcher.group(2));
                String last = matcher.group(3);
                return new SourceSpan(matcher.group(1), first, last == null ? first : Integer.parseInt(last));
            }
        } catch (IllegalArgumentException backwards) {
            throw Failure.input("--like wants lines that go forwards, from 1: " + like);
        }
        throw Failure.input("--like wants PATH:LINE or PATH:LINE-LINE, not " + like);
    }

    private @Nullable Instant since() {
        if (changedWithin == null) {
            return null;
        }
        String span = changedWithin.toUpperCase(Locale.ROOT);
        try {
            return Instant.now().minus(Duration.parse(span.endsWith("D") ? "P" + span : "PT" + span));
        } catch (DateTimeParseException | ArithmeticException wrong) {
            throw Failure.input("--changed-within wants a time such as 30m, 12h or 7d, not " + changedWithin);
        }
    }
}
