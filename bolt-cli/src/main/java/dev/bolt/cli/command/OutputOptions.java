package dev.bolt.cli.command;

import dev.bolt.api.search.SearchOrder;
import dev.bolt.cli.console.Terminal;
import dev.bolt.cli.render.RipgrepStyle;
import dev.bolt.cli.render.RipgrepStyle.What;
import picocli.CommandLine.Option;

/** ripgrep's flags that say what is printed. */
final class OutputOptions {
    @Option(
            names = {"-c", "--count"},
            description = "Print the number of matching lines of each file.")
    private boolean count;

    @Option(
            names = {"-l", "--files-with-matches"},
            description = "Print the paths alone.")
    private boolean paths;

    @Option(
            names = {"-o", "--only-matching"},
            description = "Print the matched parts alone, a line each.")
    private boolean onlyMatching;

    @Option(
            names = {"-n", "--line-number"},
            description = "Print line numbers: the default, piped or not.")
    private boolean numbers;

    @Option(
            names = {"-N", "--no-line-number"},
            description = "Print no line numbers.")
    private boolean noNumbers;

    @Option(
            names = {"-H", "--with-filename"},
            description = "Print the path of a single file, too.")
    private boolean withPath;

    @Option(
            names = {"-I", "--no-filename"},
            description = "Print no paths.")
    private boolean noPath;

    @Option(names = "--heading", description = "Print each path once, above its lines: the default on a terminal.")
    private boolean heading;

    @Option(names = "--no-heading", description = "Print the path before each line: the default when piped.")
    private boolean noHeading;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing; the exit code tells.")
    private boolean quiet;

    @Option(names = "--json", description = "Print the answer as one JSON document (Bolt's, not ripgrep's messages).")
    private boolean json;

    @Option(
            names = "--sort",
            paramLabel = "KEY",
            description = "Files by path, or by rank: those first that define what matched.")
    private SortKey sort = SortKey.PATH;

    /** What {@code --sort} takes; ripgrep's {@code none} is as good as path here. */
    enum SortKey {
        PATH,
        NONE,
        RANK
    }

    SearchOrder order() {
        return sort == SortKey.RANK ? SearchOrder.RANK : SearchOrder.PATH;
    }

    boolean json() {
        return json;
    }

    boolean quiet() {
        return quiet;
    }

    /** Whether the context of matches is printed. */
    boolean needsLines() {
        return json || !count && !paths && !quiet;
    }

    /** Whether one match a file is enough. */
    boolean pathsAlone() {
        return !json && (paths || quiet);
    }

    RipgrepStyle style(Terminal terminal, boolean contextAsked, SearchScope scope) {
        boolean person = terminal.outIsTerminal();
        boolean lines = needsLines();
        return new RipgrepStyle(
                what(),
                numbers || !noNumbers,
                !noPath && (withPath || !scope.single() || heading),
                lines && (heading || person && !noHeading && !noPath && (withPath || !scope.single())),
                lines && contextAsked,
                scope.prefix(),
                terminal.outColors());
    }

    private What what() {
        if (paths) {
            return What.PATH;
        }
        if (count) {
            return onlyMatching ? What.MATCH_COUNT : What.COUNT;
        }
        return onlyMatching ? What.MATCHES : What.LINES;
    }
}
