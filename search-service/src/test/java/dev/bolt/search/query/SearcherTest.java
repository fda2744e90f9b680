package dev.bolt.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.RipgrepOptions;
import dev.bolt.api.search.SearchOrder;
import dev.bolt.api.search.SearchResult;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.index.IndexSearch;
import dev.bolt.search.ingest.WorkspaceCatalog;
import dev.bolt.search.lease.AnswerMemory;
import dev.bolt.search.lease.AnswerProperties;
import dev.bolt.search.lease.IndexRoom;
import dev.bolt.search.lease.Lease;
import dev.bolt.search.rank.RankProperties;
import dev.bolt.search.ripgrep.Ripgrep;
import dev.bolt.search.ripgrep.RipgrepBinary;
import dev.bolt.search.ripgrep.RipgrepProperties;
import dev.bolt.search.scan.FileTypes;
import dev.bolt.search.scan.MappedLooks;
import dev.bolt.search.scan.Scan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class SearcherTest {
    private static final WorkspaceId SHOP = new WorkspaceId("shop");

    @TempDir
    Path directory;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private Path root;

    @BeforeEach
    void makesAWorkspace() throws IOException {
        root = Files.createDirectories(directory.resolve("tree"));
        Files.createDirectories(root.resolve("a"));
        Files.writeString(root.resolve("a/x.txt"), "one\ntwo\n");
        Files.writeString(root.resolve("a-b.txt"), "one\n");
        Files.writeString(root.resolve("é.txt"), "one\n");
        Files.writeString(root.resolve("z.txt"), "one\n");
    }

    @AfterEach
    void endsItsThreads() {
        threads.shutdownNow();
    }

    @Test
    void ordersFilesByTheBytesOfTheirPaths() throws IOException {
        SearchResult found = searcher(Optional.empty()).search(query("one"));
        assertThat(found.files()).extracting(FileMatches::path).containsExactly("a-b.txt", "a/x.txt", "z.txt", "é.txt");
        assertThat(found.matchedFiles()).isEqualTo(4);
        assertThat(found.engine()).isEqualTo("scan");
    }

    @Test
    void refusesWhatOnlyRipgrepCanWhereThereIsNoneOrItDies() throws IOException {
        var query = query("two").but().ripgrep(RipgrepOptions.PCRE2).build();
        for (Optional<Ripgrep> ripgrep : List.of(Optional.<Ripgrep>empty(), Optional.of(ripgrep("kill -9 $$")))) {
            Searcher searcher = searcher(ripgrep);
            assertThatThrownBy(() -> searcher.search(query)).isInstanceOfSatisfying(ProblemException.class, e -> {
                assertThat(e.problem()).isEqualTo(Problem.UNSUPPORTED_OPTION);
                assertThat(e.field()).isEqualTo("ripgrep");
            });
        }
        assertThat(searcher(Optional.empty())
                        .search(query.but().ripgrep(RipgrepOptions.NONE).build())
                        .matchedLines())
                .isEqualTo(1);
    }

    @Test
    void scansWhereRipgrepDies() throws IOException {
        SearchResult found = searcher(Optional.of(ripgrep("kill -9 $$"))).search(query("two"));
        assertThat(found.engine()).isEqualTo("scan");
        assertThat(found.files()).extracting(FileMatches::path).containsExactly("a/x.txt");
        assertThat(found.complete()).isTrue();
    }

    @Test
    void saysThatRipgrepFailedWhereTheScanCannotAnswerEither() throws IOException {
        Searcher dying = searcher(Optional.of(ripgrep("kill -9 $$")));
        TextQuery query = query("o\\n").but().multiline(true).afterContext(1).build();
        assertThatThrownBy(() -> dying.search(query)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.UNSUPPORTED_OPTION);
            assertThat(e.detail()).contains("failed").doesNotContain("PATH");
            assertThat(e.field()).isEqualTo("patterns");
        });
    }

    @Test
    void marksAnAnswerThatTheDeadlineCutShort() throws Exception {
        Searcher searcher = searcher(Optional.of(ripgrep("exec sleep 600")));
        SearchResult found = Deadline.after(Duration.ofMillis(300)).call(() -> searcher.search(query("one")));
        assertThat(found.complete()).isFalse();
        assertThat(found.files()).isEmpty();
    }

    @Test
    void answersABatchInItsOrderWithTheDeadlineOfItsCaller() throws Exception {
        Searcher searcher = searcher(Optional.empty());
        List<SearchResult> found = searcher.search(List.of(query("two"), query("none"), query("one")));
        assertThat(found).extracting(SearchResult::matchedLines).containsExactly(1L, 0L, 4L);
        Searcher slow = searcher(Optional.of(ripgrep("exec sleep 600")));
        List<SearchResult> cut =
                Deadline.after(Duration.ofMillis(300)).call(() -> slow.search(List.of(query("a"), query("b"))));
        assertThat(cut).extracting(SearchResult::complete).containsExactly(false, false);
    }

    @Test
    void failsABatchWithTheFirstProblem() throws IOException {
        Searcher searcher = searcher(Optional.empty());
        assertProblem(Problem.BAD_PATTERN, () -> searcher.search(List.of(query("one"), query("("))));
    }

    @Test
    void givesTheBestFilesFirstWhereRankIsAskedFor() throws IOException {
        Files.createDirectories(root.resolve("a"));
        Files.writeString(root.resolve("a/config.json"), "\"wanted\": 1\n");
        Files.writeString(root.resolve("a/data.rb"), "wanted(1)\nwanted(2)\n");
        Files.writeString(root.resolve("a/script.js"), "wanted()\n");
        Files.writeString(root.resolve("a/use.py"), "wanted()\n");
        Files.writeString(root.resolve("a/long_name.py"), "wanted()\n");
        Files.writeString(root.resolve("a/part.rb"), "def unwanted\n");
        Files.writeString(root.resolve("z.go"), "x := 1\nfunc wanted() {\n");
        Searcher searcher = searcher(Optional.empty());
        var all = TextQuery.of(SHOP, List.of("wanted")).order(SearchOrder.RANK);
        assertThat(searcher.search(all.build()).files())
                .extracting(FileMatches::path)
                .containsExactly(
                        "z.go", "a/part.rb", "a/use.py", "a/long_name.py", "a/script.js", "a/data.rb", "a/config.json");
        SearchResult some = searcher.search(all.limit(2).build());
        assertThat(some.files()).extracting(FileMatches::path).containsExactly("z.go", "a/part.rb");
        assertThat(some.complete()).isFalse();
        assertThat(searcher.search(all.limit(8).build()).matchedLines()).isEqualTo(8);
        assertProblem(Problem.BAD_REQUEST, () -> searcher.search(all.after("").build()));
    }

    /** Its output comes in no order, so a page is cut from all of it, and not from what fits into the bound. */
    @Test
    void pagesByRipgrepLoseNothingWhateverItsBoundOnOutput() throws IOException {
        Optional<RipgrepBinary> binary = RipgrepBinary.find(RipgrepProperties.defaults());
        assumeTrue(binary.isPresent(), "no ripgrep 14 or newer on the PATH");
        for (int i = 0; i < 150; i++) {
            Files.writeString(root.resolve("a/many%03d.txt".formatted(i)), "paged\n".repeat(1 + i % 40));
        }
        var bound = new RipgrepProperties(null, 2, 4, DataSize.ofKilobytes(64), DataSize.ofKilobytes(4));
        Searcher searcher = searcher(Optional.of(new Ripgrep(binary.get(), bound)));
        List<String> expected = lines(searcher(Optional.empty()).search(query("paged")));
        var paged = new ArrayList<String>();
        String cursor = "";
        while (cursor != null) {
            SearchResult page = searcher.search(query("paged").page(97, cursor));
            assertThat(page.engine()).isEqualTo("ripgrep");
            assertThat(page.complete()).isEqualTo(page.next() == null);
            paged.addAll(lines(page));
            cursor = page.next();
        }
        assertThat(paged).isEqualTo(expected);
        assertThat(searcher.search(query("paged")).complete()).isFalse();
    }

    @Test
    void aPageThatIsNotFoundInTimeIsAProblemAndNoShorterPage() throws IOException {
        Searcher slow = searcher(Optional.of(ripgrep("exec sleep 600")));
        assertProblem(
                Problem.DEADLINE_EXCEEDED,
                () -> Deadline.after(Duration.ofMillis(300))
                        .call(() -> slow.search(query("one").page(10, ""))));
    }

    /** Who waits for memory has a place of ripgrep's, and who came first needs one. */
    @Test
    void theSearchThatCameFirstWaitsForNobody() throws Exception {
        Optional<RipgrepBinary> binary = RipgrepBinary.find(RipgrepProperties.defaults());
        assumeTrue(binary.isPresent(), "no ripgrep 14 or newer on the PATH");
        Files.writeString(root.resolve("large.txt"), "large\n".repeat(20_000));
        var onePlace = new RipgrepProperties(null, 1, 1, DataSize.ofKilobytes(64), DataSize.ofMegabytes(64));
        Searcher searcher = searcher(Optional.of(new Ripgrep(binary.get(), onePlace)));
        var memory = new AnswerMemory(new AnswerProperties(DataSize.ofMegabytes(16), 4));
        try (Lease first = memory.lease(Deadline.NONE);
                var others = Executors.newFixedThreadPool(2)) {
            assertThat(first.take(4 << 20)).isTrue();
            List<Future<SearchResult>> later = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                later.add(others.submit(() -> {
                    try (Lease lease = memory.lease(Deadline.NONE)) {
                        return lease.call(() -> searcher.search(List.of(query("large"), query("large")))
                                .getFirst());
                    }
                }));
            }
            // One of them has the place, and its ripgrep lives as long as its lines are not taken.
            await().until(() -> ProcessHandle.current()
                    .children()
                    .anyMatch(child -> child.info().command().orElse("").endsWith("/rg")));
            SearchResult own = first.call(() -> searcher.search(List.of(query("large"), query("large"))))
                    .getLast();
            assertThat(own.matchedLines()).isEqualTo(20_000);
            assertThat(own.complete()).isTrue();
            first.close();
            for (Future<SearchResult> one : later) {
                assertThat(one.get().matchedLines()).isPositive();
            }
        }
        assertThat(memory.used()).isZero();
    }

    private static List<String> lines(SearchResult result) {
        return result.files().stream()
                .flatMap(file -> file.lines().stream().map(line -> file.path() + ":" + line.line()))
                .toList();
    }

    @Test
    void refusesADirectoryThatIsGone() throws IOException {
        Searcher searcher = searcher(Optional.empty());
        try (var files = Files.walk(root)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
        assertProblem(Problem.WORKSPACE_UNREADABLE, () -> searcher.search(query("one")));
    }

    private Searcher searcher(Optional<Ripgrep> ripgrep) throws IOException {
        Path data = Files.createDirectories(directory.resolve("data"));
        var catalog =
                new WorkspaceCatalog(data, InstantSource.system(), threads, Optional.empty(), IndexRoom.unbounded());
        catalog.build(SHOP, root.toString());
        return new Searcher(
                catalog,
                new IndexSearch(threads, 2, 16, FileTypes.COMMON, new MappedLooks(false)),
                ripgrep,
                new Scan(),
                InstantSource.system(),
                new RankProperties(List.of("py"), List.of("js"), List.of("json")),
                threads);
    }

    private Ripgrep ripgrep(String script) throws IOException {
        Path file = directory.resolve("rg");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new Ripgrep(new RipgrepBinary(file, "15.0.0"), RipgrepProperties.defaults());
    }

    private static TextQuery query(String pattern) {
        return TextQuery.regex(SHOP, pattern, 0);
    }

    private static void assertProblem(Problem problem, Runnable what) {
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
