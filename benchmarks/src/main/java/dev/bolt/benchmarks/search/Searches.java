package dev.bolt.benchmarks.search;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.SearchEvent;
import dev.bolt.api.search.SearchResult;
import dev.bolt.api.search.TextQuery;
import dev.bolt.benchmarks.client.Score;
import dev.bolt.benchmarks.search.SearchCalls.Timed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a running search-service, warmed up for half a minute and for at most a second a query, and a ripgrep process
 * the same queries in turn and prints a Markdown table: medians, their ratio, and the ratios by how many files match. A
 * query whose lines are not as many as ripgrep's is marked.
 */
public final class Searches {
    /** A query is asked until the compiler has seen it so often, or for so long, before it is timed. */
    private static final int WARM = 300;

    /** All queries are asked in turn for so long first, as one would over a working day. */
    private static final long DAY_NANOS = 30_000_000_000L;

    private static final long WARM_NANOS = 1_000_000_000L;
    private static final int TIMES = 15;
    private static final int RIPGREP_TIMES = 3;

    private final SearchCalls calls;
    private final Path tree;
    private final WorkspaceId id;
    private final PrintStream out;
    private final Optional<Zoekt> zoekt = Zoekt.running();
    private final Ratios ratios = new Ratios();
    private final Ratios zoektRatios = new Ratios();

    private Searches(SearchCalls calls, Path tree, WorkspaceId id, PrintStream out) {
        this.calls = calls;
        this.tree = tree;
        this.id = id;
        this.out = out;
    }

    /**
     * Arguments: address of search-service, the file of the secret, the tree, the suite ({@code linux} by default). A
     * {@code csearch} on the PATH whose index has the tree is asked, too, if the environment names its index, and so is
     * a zoekt-webserver whose address it has.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 3 || arguments.length > 4) {
            System.err.println(
                    "Usage: [CSEARCHINDEX=FILE] [ZOEKT=ADDRESS] benchmarks/run searches ADDRESS SECRET_FILE TREE [SUITE]");
            System.exit(2);
        }
        var calls = new SearchCalls(
                arguments[0], Files.readString(Path.of(arguments[1])).strip());
        Path tree = Path.of(arguments[2]).toAbsolutePath();
        var id = new WorkspaceId("bench-search");
        System.out.printf("Ready after %.0f ms%n%n", calls.index(id, tree));
        String suite = arguments.length == 4 ? arguments[3] : "linux";
        var searches = new Searches(calls, tree, id, System.out);
        searches.run(SuiteQuery.all(suite));
        if (suite.equals("linux")) {
            searches.batch();
        }
    }

    private void run(List<SuiteQuery> suite) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < DAY_NANOS) {
            for (SuiteQuery query : suite) {
                calls.search(query.query(id));
            }
        }
        out.println("| | flags | pattern | files | lines | by | Bolt ms | first byte ms | rg ms | ratio | csearch ms"
                + " | Zoekt ms | its lines | its ratio |");
        out.println("|---|---|---|--:|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (SuiteQuery query : suite) {
            row(query);
        }
        out.println();
        out.print(ratios.table("ripgrep"));
        if (zoekt.isPresent()) {
            out.println();
            out.print(zoektRatios.table("Zoekt"));
        }
    }

    private void row(SuiteQuery query) throws IOException, InterruptedException {
        TextQuery asked = query.query(id);
        warm(asked);
        Answer answer = answer(asked);
        var bolt = new ArrayList<Double>();
        var first = new ArrayList<Double>();
        var ripgrep = new ArrayList<Double>();
        var codesearch = new ArrayList<Double>();
        long lines = 0;
        for (int i = 0; i < TIMES; i++) {
            Timed stream = calls.stream(asked);
            first.add(stream.first());
            bolt.add(answer.streamed ? stream.millis() : calls.search(asked).millis());
            if (i < RIPGREP_TIMES) {
                Timed peer = SearchCalls.process(query.command(), tree);
                ripgrep.add(peer.millis());
                lines = count(peer.bytes());
                if (System.getenv("CSEARCHINDEX") != null && query.codesearch().isPresent()) {
                    codesearch.add(
                            SearchCalls.process(query.codesearch().get(), tree).millis());
                }
            }
        }
        double ratio = Score.median(ripgrep) / Score.median(bolt);
        String kind = kind(query, answer.files);
        ratios.add(kind, ratio);
        Zoekt.@Nullable Found found = zoekt.isPresent() ? zoekt.get().ask(query) : null;
        if (found != null) {
            zoektRatios.add(kind, found.millis() / Score.median(bolt));
        }
        out.printf(
                "| %s | %s | `%s` | %d | %d%s | %s | %.1f | %.1f | %.0f | %.1f | %s | %s |%n",
                query.name(),
                String.join(" ", query.flags()),
                query.pattern().replace("|", "\\|"),
                answer.files,
                answer.lines,
                answer.shown == lines ? "" : " of " + lines,
                answer.engine,
                Score.median(bolt),
                Score.median(first),
                Score.median(ripgrep),
                ratio,
                codesearch.isEmpty() ? "" : "%.0f".formatted(Score.median(codesearch)),
                found == null
                        ? " | | "
                        : "%.1f | %d | %.1f"
                                .formatted(found.millis(), found.lines(), found.millis() / Score.median(bolt)));
    }

    /**
     * What a query is answered.
     *
     * @param shown lines as ripgrep prints them: a match over several has several
     * @param streamed whether one document could not hold it all
     */
    private record Answer(long files, long lines, long shown, String engine, boolean streamed) {}

    private Answer answer(TextQuery asked) throws IOException {
        SearchResult whole = JsonMapper.shared().readValue(calls.search(asked).bytes(), SearchResult.class);
        if (whole.complete()) {
            long shown = whole.files().stream().mapToLong(Searches::shown).sum();
            return new Answer(whole.matchedFiles(), whole.matchedLines(), shown, whole.engine(), false);
        }
        long shown = 0;
        SearchResult end = whole;
        var events = new ByteArrayInputStream(calls.stream(asked).bytes());
        try (MappingIterator<SearchEvent> all =
                JsonMapper.shared().readerFor(SearchEvent.class).readValues(events)) {
            while (all.hasNext()) {
                SearchEvent event = all.next();
                shown += event.file() == null ? 0 : shown(event.file());
                end = event.end() == null ? end : event.end();
            }
        }
        return new Answer(end.matchedFiles(), end.matchedLines(), shown, end.engine() + ", streamed", true);
    }

    private void warm(TextQuery asked) throws IOException {
        long began = System.nanoTime();
        for (int i = 0; i < WARM && System.nanoTime() - began < WARM_NANOS; i++) {
            calls.search(asked);
        }
    }

    /** Names of functions of Linux, in one request and one by one. */
    private void batch() throws IOException, InterruptedException {
        List<SuiteQuery> queries = SuiteQuery.names();
        List<TextQuery> asked = queries.stream().map(query -> query.query(id)).toList();
        for (int i = 0; i < TIMES; i++) {
            calls.batch(asked);
        }
        var bolt = new ArrayList<Double>();
        double ripgrep = 0;
        for (int i = 0; i < TIMES; i++) {
            bolt.add(calls.batch(asked).millis());
        }
        for (SuiteQuery query : queries) {
            ripgrep += SearchCalls.process(query.command(), tree).millis();
        }
        out.printf(
                "%n%d names in one batch: %.0f ms; one ripgrep after the other: %.0f ms, %.0f times%n",
                asked.size(), Score.median(bolt), ripgrep, ripgrep / Score.median(bolt));
    }

    private static String kind(SuiteQuery query, long files) {
        if (!query.kind().equals("literal")) {
            return query.kind();
        }
        return files <= 10
                ? "1: up to 10 files"
                : files <= 300 ? "2: 11 to 300" : files <= 5_000 ? "3: 301 to 5,000" : "4: more than 5,000";
    }

    private static long shown(FileMatches file) {
        return file.lines().stream()
                .mapToLong(
                        line -> 1 + line.text().chars().filter(c -> c == '\n').count())
                .sum();
    }

    private static long count(byte[] bytes) {
        long lines = 0;
        for (byte b : bytes) {
            lines += b == '\n' ? 1 : 0;
        }
        return lines;
    }
}
