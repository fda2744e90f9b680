package dev.bolt.cli.command;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.search.CaseMode;
import dev.bolt.api.search.PathQuery;
import dev.bolt.api.search.SearchOrder;
import dev.bolt.api.search.TextQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** ripgrep's flags that say what matches. */
final class MatchOptions {
    @Option(
            names = {"-e", "--regexp"},
            paramLabel = "PATTERN",
            description = "A pattern; may be given more than once.")
    private List<String> patterns = List.of();

    @Option(
            names = {"-F", "--fixed-strings"},
            description = "Take patterns literally.")
    private boolean fixedStrings;

    @Option(
            names = {"-i", "--ignore-case"},
            description = "Upper and lower case match each other.")
    private boolean ignoreCase;

    @Option(
            names = {"-S", "--smart-case"},
            description = "As -i unless a pattern has an upper-case letter.")
    private boolean smartCase;

    @Option(
            names = {"-s", "--case-sensitive"},
            description = "The default.")
    private boolean caseSensitive;

    @Option(
            names = {"-w", "--word-regexp"},
            description = "Whole words.")
    private boolean words;

    @Option(
            names = {"-x", "--line-regexp"},
            description = "Whole lines.")
    private boolean wholeLines;

    @Option(
            names = {"-v", "--invert-match"},
            description = "Lines that do not match.")
    private boolean invert;

    @Option(
            names = {"-U", "--multiline"},
            description = "A match may span lines.")
    private boolean multiline;

    @Option(
            names = {"-.", "--hidden"},
            description = "Hidden files, too.")
    private boolean hidden;

    @Option(names = "--no-ignore", description = "Ignored files, too.")
    private boolean noIgnore;

    @Option(
            names = {"-u", "--unrestricted"},
            description = "-u is --no-ignore, -uu is --no-ignore --hidden.")
    private boolean[] unrestricted = {};

    @Option(
            names = {"-g", "--glob"},
            paramLabel = "GLOB",
            description = "Files to search, or with ! to leave out.")
    private List<String> globs = List.of();

    @Option(
            names = {"-t", "--type"},
            paramLabel = "TYPE",
            description = "File types to search.")
    private List<String> types = List.of();

    @Option(
            names = {"-T", "--type-not"},
            paramLabel = "TYPE",
            description = "File types to leave out.")
    private List<String> typesNot = List.of();

    @Option(
            names = {"-A", "--after-context"},
            paramLabel = "N",
            description = "Lines to show after each match.")
    private int after;

    @Option(
            names = {"-B", "--before-context"},
            paramLabel = "N",
            description = "Lines to show before each match.")
    private int before;

    @Option(
            names = {"-C", "--context"},
            paramLabel = "N",
            description = "Lines to show around each match.")
    private int around;

    @Option(
            names = {"-m", "--max-count"},
            paramLabel = "N",
            description = "Most matching lines per file.")
    private @Nullable Integer maxCount;

    List<String> patterns() {
        return patterns;
    }

    boolean contextAsked() {
        return around > 0 || before > 0 || after > 0;
    }

    TextQuery query(WorkspaceId workspace, List<String> wanted, OutputOptions output, RipgrepFlags ripgrep) {
        boolean lines = output.needsLines();
        return TextQuery.of(workspace, wanted)
                .fixedStrings(fixedStrings)
                .caseMode(caseMode())
                .wordRegexp(words)
                .lineRegexp(wholeLines)
                .invertMatch(invert)
                .multiline(multiline)
                .hidden(hidden || unrestricted.length > 1)
                .noIgnore(noIgnore || unrestricted.length > 0)
                .globs(globs)
                .types(types)
                .typesNot(typesNot)
                .beforeContext(lines ? before > 0 ? before : around : 0)
                .afterContext(lines ? after > 0 ? after : around : 0)
                .maxCount(output.pathsAlone() && output.order() == SearchOrder.PATH ? Integer.valueOf(1) : maxCount)
                .order(output.order())
                .ripgrep(ripgrep.asked())
                .build();
    }

    /** Which files are looked into, whatever is looked for. */
    PathQuery paths(WorkspaceId workspace) {
        return new PathQuery(
                workspace,
                hidden || unrestricted.length > 1,
                noIgnore || unrestricted.length > 0,
                globs,
                types,
                typesNot,
                0);
    }

    private CaseMode caseMode() {
        if (ignoreCase) {
            return CaseMode.INSENSITIVE;
        }
        return smartCase && !caseSensitive ? CaseMode.SMART : CaseMode.SENSITIVE;
    }
}
