package dev.bolt.benchmarks.search;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.search.SearchResult;
import dev.bolt.api.search.TextQuery;
import dev.bolt.benchmarks.client.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Edits files of a folder of its own in a large indexed tree and asks after each edit, at once, for a word that all of
 * them have: how long from the end of the write until the answer is there, and how many answers were not what the files
 * were then. The folder is deleted in the end.
 */
public final class Edits {
    private static final int FILES = 200;
    private static final String WORD = "zq_edit_of_a_benchmark";

    private final SearchCalls calls;
    private final WorkspaceId id;
    private final Path folder;
    private final Random random = new Random(11);
    private final Map<String, Integer> lines = new TreeMap<>();
    private final List<Double> millis = new ArrayList<>();
    private final Map<String, Integer> engines = new TreeMap<>();
    private int wrong;

    private Edits(SearchCalls calls, WorkspaceId id, Path folder) {
        this.calls = calls;
        this.id = id;
        this.folder = folder;
    }

    /** Arguments: address of search-service, the file of the secret, the tree, how many edits. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4) {
            System.err.println("Usage: benchmarks/run edits ADDRESS SECRET_FILE TREE EDITS");
            System.exit(2);
        }
        var calls = new SearchCalls(
                arguments[0], Files.readString(Path.of(arguments[1])).strip());
        Path tree = Path.of(arguments[2]).toAbsolutePath();
        var id = new WorkspaceId("bench-search");
        System.out.printf("Ready after %.0f ms%n", calls.index(id, tree));
        Path folder = Files.createDirectory(tree.resolve("zq-bolt-edits"));
        var edits = new Edits(calls, id, folder);
        try {
            edits.run(Integer.parseInt(arguments[3]));
        } finally {
            delete(folder);
        }
        edits.print();
    }

    private void run(int count) throws IOException {
        TextQuery query = TextQuery.regex(id, WORD, 0);
        for (int i = 0; i < count; i++) {
            edit();
            long began = System.nanoTime();
            SearchCalls.Timed answer = calls.search(query);
            millis.add((System.nanoTime() - began) / 1e6);
            check(JsonMapper.shared().readValue(answer.bytes(), SearchResult.class));
        }
    }

    /** Writes, replaces, renames or deletes a file. */
    private void edit() throws IOException {
        String name = "file-%d.txt".formatted(random.nextInt(FILES));
        Path file = folder.resolve(name);
        int kind = random.nextInt(10);
        if (kind == 0 && lines.containsKey(name)) {
            Files.delete(file);
            lines.remove(name);
        } else if (kind == 1 && lines.containsKey(name)) {
            String other = "file-%d.txt".formatted(random.nextInt(FILES));
            Files.move(file, folder.resolve(other), StandardCopyOption.REPLACE_EXISTING);
            lines.put(other, lines.remove(name));
        } else {
            int count = 1 + random.nextInt(5);
            String text = ("some text\n" + WORD + " again\n").repeat(count);
            if (kind < 5) {
                Path saved = Files.writeString(folder.resolve(".saved"), text);
                Files.move(saved, file, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.writeString(file, text);
            }
            lines.put(name, count);
        }
    }

    private void check(SearchResult answer) {
        engines.merge(answer.engine(), 1, Integer::sum);
        Map<String, Integer> found = new TreeMap<>();
        answer.files()
                .forEach(file -> found.put(
                        Path.of(file.path()).getFileName().toString(),
                        file.lines().size()));
        wrong += found.equals(lines) ? 0 : 1;
    }

    private void print() {
        System.out.printf(
                "%,d edits: edit to answer p50 %.1f ms, p99 %.1f ms, longest %.1f ms; %d answers wrong; answered by %s%n",
                millis.size(),
                Score.quantile(millis, 0.5),
                Score.quantile(millis, 0.99),
                Score.quantile(millis, 1),
                wrong,
                engines);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : new TreeSet<>(files.toList())) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
