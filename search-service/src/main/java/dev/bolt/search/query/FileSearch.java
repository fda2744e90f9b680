package dev.bolt.search.query;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.FileQuery;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.SearchResult;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.ingest.LiveIndex.Now;
import dev.bolt.search.lease.Lease;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers queries for files by several patterns: one search a pattern for where it is, one for the lines. */
public final class FileSearch {
    /** What a file takes in a map, beside its lines. */
    private static final long FILE_BYTES = 200;

    private static final String QUERY = "query";

    private final Searcher searcher;

    public FileSearch(Searcher searcher) {
        this.searcher = searcher;
    }

    /**
     * The lines that match, of the files that hold what is asked for.
     *
     * @throws ProblemException as {@link Searcher#search(TextQuery)}, and BAD_REQUEST for an inverted or counted query
     */
    public SearchResult search(FileQuery query) {
        TextQuery text = query.query();
        if (text.invertMatch() || text.maxCount() != null) {
            throw new ProblemException(
                            Problem.BAD_REQUEST, "Files by several patterns cannot be inverted or counted: give 'none'")
                    .withField("query");
        }
        var search =
                new One(text, query.near() != null, searcher.root(text.workspace()), searcher.now(text.workspace()));
        List<Map<String, int[]>> all =
                text.patterns().stream().map(List::of).map(search::ofQuery).toList();
        Set<String> files = all.getFirst().keySet();
        all.forEach(places -> files.retainAll(places.keySet()));
        if (has(query.any())) {
            files.retainAll(Part.patterns("any", QUERY, () -> search.places(query.any()))
                    .keySet());
        }
        if (has(query.none())) {
            files.removeAll(Part.patterns("none", QUERY, () -> search.places(query.none()))
                    .keySet());
            if (!search.complete) {
                // Files that were not looked at might have to be left out.
                throw new ProblemException(
                        Problem.DEADLINE_EXCEEDED, "Which files hold a pattern of 'none' was not found out in time");
            }
        }
        Map<String, BitSet> near = new HashMap<>();
        if (query.near() != null) {
            Deadline deadline = Deadline.current();
            files.removeIf(file -> {
                deadline.check();
                BitSet lines = near(
                        all.stream()
                                .map(places -> places.getOrDefault(file, new int[0]))
                                .toList(),
                        query.near());
                near.put(file, lines);
                return lines.isEmpty();
            });
        }
        return Part.query(QUERY, () -> search.lines(query, files, near));
    }

    /** Lines that stand, one of each list at least, within so many lines of each other. O(n log n) for n lines. */
    static BitSet near(List<int[]> places, int distance) {
        long[] sorted = new long[places.stream().mapToInt(lines -> lines.length).sum()];
        int size = 0;
        for (int i = 0; i < places.size(); i++) {
            for (int line : places.get(i)) {
                sorted[size++] = (long) line << Integer.SIZE | i;
            }
        }
        Arrays.sort(sorted);
        var near = new BitSet();
        int[] count = new int[places.size()];
        int kinds = 0;
        int first = 0;
        int told = 0;
        for (int last = 0; last < size; last++) {
            kinds += count[(int) sorted[last]]++ == 0 ? 1 : 0;
            for (; line(sorted[first]) < (long) line(sorted[last]) - distance; first++) {
                kinds -= --count[(int) sorted[first]] == 0 ? 1 : 0;
            }
            if (kinds == places.size()) {
                for (told = Math.max(told, first); told <= last; told++) {
                    near.set(line(sorted[told]));
                }
            }
        }
        return near;
    }

    private static int line(long place) {
        return (int) (place >>> Integer.SIZE);
    }

    private static boolean has(@Nullable List<String> patterns) {
        return patterns != null && !patterns.isEmpty();
    }

    /** One query's searches, all of the same moment where the index answers. */
    private final class One {
        private final TextQuery text;
        private final boolean numbered;
        private final Path root;
        private final Optional<Now> now;
        private final Lease lease = Lease.current();
        private boolean complete = true;

        /** @param numbered whether line numbers are asked for */
        One(TextQuery text, boolean numbered, Path root, Optional<Now> now) {
            this.text = text;
            this.numbered = numbered;
            this.root = root;
            this.now = now;
        }

        Map<String, int[]> ofQuery(List<String> patterns) {
            return Part.query(QUERY, () -> places(patterns));
        }

        /** Where one of these matches: line numbers by file, as far as the memory goes. */
        Map<String, int[]> places(@Nullable List<String> patterns) {
            Map<String, int[]> places = new HashMap<>();
            TextQuery query = text.but()
                    .patterns(patterns == null ? List.of() : patterns)
                    .limit(0)
                    .after(null)
                    .order(null)
                    .build();
            SearchResult end = searcher.search(
                    query,
                    file -> {
                        int[] lines = numbered ? numbers(file) : new int[0];
                        places.merge(file.path(), lines, One::joined);
                        return lease.take(FILE_BYTES + (long) Integer.BYTES * lines.length);
                    },
                    root,
                    now);
            complete &= end.complete();
            return places;
        }

        private static int[] joined(int[] before, int[] after) {
            int[] all = Arrays.copyOf(before, before.length + after.length);
            System.arraycopy(after, 0, all, before.length, after.length);
            return all;
        }

        SearchResult lines(FileQuery query, Set<String> files, Map<String, BitSet> near) {
            List<String> patterns = new ArrayList<>(text.patterns());
            if (query.any() != null) {
                patterns.addAll(query.any());
            }
            var gathered = new Gathered(lease, Searcher.MOST_BYTES);
            var page = new Page(text, gathered);
            SearchResult end = searcher.search(
                    text.but().patterns(patterns).limit(0).after(null).build(),
                    file -> !files.contains(file.path()) || page.take(only(file, near.get(file.path()))),
                    root,
                    now);
            boolean cut = page.full() || page.cut();
            String next = cut && text.after() != null ? page.last().toString() : null;
            return Searcher.with(
                    gathered.files(),
                    new SearchResult(
                            List.of(),
                            page.lines(),
                            page.files(),
                            complete && (end.complete() && !cut),
                            end.engine(),
                            end.freshness(),
                            end.elapsedMillis(),
                            next));
        }
    }

    private static FileMatches only(FileMatches file, @Nullable BitSet lines) {
        if (lines == null) {
            return file;
        }
        List<MatchedLine> kept = file.lines().stream()
                .filter(line -> !line.context() && lines.get(line.line()))
                .toList();
        return new FileMatches(file.path(), kept, file.binaryOffset());
    }

    private static int[] numbers(FileMatches file) {
        return file.lines().stream()
                .filter(line -> !line.context())
                .mapToInt(MatchedLine::line)
                .toArray();
    }
}
