package dev.bolt.benchmarks.search;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.search.SearchResult;
import dev.bolt.benchmarks.client.Tree;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a running search-service for patterns whose lines are known by their hash, over the tree of one commit: all of
 * it, and what is left without large files, translations and a few kinds, which is what the hashes were made of. Prints
 * how many are right, and which are not, and who answered.
 */
public final class Patterns {
    private static final long LARGE = 300_000;
    private static final List<String> LEFT_OUT = List.of(".patch", ".scss", ".po");

    private final SearchCalls calls;
    private final PrintStream out;
    private final Map<String, Integer> totals = new TreeMap<>();

    private Patterns(SearchCalls calls, PrintStream out) {
        this.calls = calls;
        this.out = out;
    }

    /**
     * Arguments: address of search-service, file of the secret, folder to work in, then a git directory and patterns.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 5 || arguments.length % 2 == 0) {
            System.err.println("Usage: benchmarks/run patterns ADDRESS SECRET_FILE WORK_DIR (GIT_DIR PATTERNS)...");
            System.exit(2);
        }
        var calls = new SearchCalls(
                arguments[0], Files.readString(Path.of(arguments[1])).strip());
        var run = new Patterns(calls, System.out);
        System.out.println("| patterns | tree | right | of | answered by | wrong |");
        System.out.println("|---|---|--:|--:|---|---|");
        for (int i = 3; i < arguments.length; i += 2) {
            Path patterns = Path.of(arguments[i + 1]);
            String name = patterns.getFileName().toString().replaceFirst("\\..*", "");
            run.ask(name, Path.of(arguments[2]).toAbsolutePath().resolve(name), Path.of(arguments[i]), patterns);
        }
        System.out.println(run.totals);
    }

    private void ask(String name, Path folder, Path git, Path patterns) throws IOException, InterruptedException {
        List<GoldPattern> all = GoldPattern.read(patterns);
        new Tree(git, folder).layOut(all.getFirst().commit());
        ask(name, "whole", folder, all);
        leaveOut(folder);
        ask(name, "cut", folder, all);
    }

    private void ask(String name, String kind, Path folder, List<GoldPattern> all) throws IOException {
        var id = new WorkspaceId("patterns-%s-%s".formatted(name, kind));
        calls.index(id, folder);
        var engines = new TreeMap<String, Integer>();
        List<String> wrong = new ArrayList<>();
        for (GoldPattern gold : all) {
            SearchResult found =
                    JsonMapper.shared().readValue(calls.search(gold.query(id)).bytes(), SearchResult.class);
            engines.merge(found.engine(), 1, Integer::sum);
            totals.merge(kind + " by " + found.engine(), 1, Integer::sum);
            if (gold.isAnsweredBy(found)) {
                totals.merge(kind + " right", 1, Integer::sum);
            } else {
                wrong.add(gold.id());
            }
        }
        out.printf(
                "| %s | %s | %d | %d | %s | %s |%n",
                name, kind, all.size() - wrong.size(), all.size(), engines, String.join(" ", wrong));
    }

    private static void leaveOut(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> isLeftOut(folder.relativize(path), path))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isLeftOut(Path relative, Path file) {
        String path = "/" + relative;
        try {
            return path.contains("/locale/")
                    || path.contains("/locales/")
                    || LEFT_OUT.stream().anyMatch(path::endsWith)
                    || Files.size(file) > LARGE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
