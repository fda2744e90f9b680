package dev.bolt.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.search.Found;
import dev.bolt.search.Indexes;
import dev.bolt.search.Queries;
import dev.bolt.search.RandomQueries;
import dev.bolt.search.RipgrepReference;
import dev.bolt.search.SampleTree;
import dev.bolt.search.ripgrep.RipgrepBinary;
import dev.bolt.search.ripgrep.RipgrepProperties;
import dev.bolt.search.scan.FileTypes;
import dev.bolt.search.scan.MappedLooks;
import dev.bolt.search.text.PathOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexSearchTest {
    private static final int QUERIES = Integer.getInteger("bolt.fuzz.queries", 400);

    @TempDir
    Path directory;

    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private MappedLooks looks = new MappedLooks(false);
    private Path root;
    private WorkspaceIndex index;

    @BeforeEach
    void makesATree() throws Exception {
        root = SampleTree.in(directory.resolve("tree"));
        Files.writeString(
                root.resolve("chunks.txt"),
                "a line of some length to fill a chunk with\n".repeat(1_200)
                        + "send\nkeep\nsend it\n"
                        + "another line\n".repeat(1_200)
                        + "TODO send");
        index = build();
    }

    @AfterEach
    void endsItsThreads() {
        pool.shutdownNow();
    }

    @Test
    void givesRipgrepsLinesOrLeavesTheQueryToIt() {
        RipgrepBinary ripgrep = ripgrep();
        int answered = 0;
        for (TextQuery query : Queries.all()) {
            answered += compare(ripgrep, query, Overlay.NONE) ? 1 : 0;
        }
        var random = new RandomQueries(Long.getLong("bolt.fuzz.seed", 23));
        for (int i = 0; i < QUERIES; i++) {
            answered += compare(ripgrep, random.next(), Overlay.NONE) ? 1 : 0;
        }
        assertThat(answered).isGreaterThan(QUERIES / 2);
    }

    @Test
    void givesRipgrepsLinesByVectorsToo() {
        RipgrepBinary ripgrep = ripgrep();
        looks = new MappedLooks(true);
        for (TextQuery query : Queries.all()) {
            compare(ripgrep, query, Overlay.NONE);
        }
        var random = new RandomQueries(Long.getLong("bolt.fuzz.seed", 31));
        for (int i = 0; i < QUERIES / 4; i++) {
            compare(ripgrep, random.next(), Overlay.NONE);
        }
    }

    @Test
    void handsOnAFileWithVeryManyLinesInParts() throws Exception {
        Files.writeString(root.resolve("src/many.txt"), "zzq\n".repeat(60_000));
        index = build();
        List<FileMatches> parts = new ArrayList<>();
        TextQuery query = TextQuery.regex(Queries.WORKSPACE, "zzq", 0);
        assertThat(new IndexSearch(pool, 2, 16, FileTypes.COMMON, looks)
                        .search(index, Overlay.NONE, root, query, parts::add, Deadline.NONE))
                .contains(true);
        assertThat(parts).hasSizeGreaterThan(1).allMatch(part -> part.path().equals("src/many.txt"));
        assertThat(parts.stream().flatMap(part -> part.lines().stream()).map(MatchedLine::line))
                .isEqualTo(IntStream.rangeClosed(1, 60_000).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, Integer.MAX_VALUE})
    void answersSeveralQueriesTogetherAsEachByItself(int mostJobs) throws IOException {
        Files.writeString(root.resolve("src/util.py"), "send\nnow something else\nsend_it\n");
        Files.writeString(root.resolve("src/new.py"), "def send():\n");
        var overlay = new Overlay(Set.of("src/util.py"), List.of("src/util.py", "src/new.py"), null);
        var search = new IndexSearch(pool, 2, 16, FileTypes.COMMON, looks, mostJobs);
        var random = new RandomQueries(7);
        for (int batch = 0; batch < 10; batch++) {
            List<List<FileMatches>> found = new ArrayList<>();
            List<IndexSearch.Ask> asks = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                List<FileMatches> files = new ArrayList<>();
                int most = i % 3 == 0 ? 2 : Integer.MAX_VALUE;
                found.add(files);
                TextQuery query = i < 2 ? TextQuery.regex(Queries.WORKSPACE, "send", 0) : random.next();
                asks.add(new IndexSearch.Ask(query, file -> files.add(file) && files.size() < most));
            }
            Deadline deadline = Deadline.after(Duration.ofMinutes(1));
            List<Optional<Boolean>> whole = search.search(index, overlay, root, asks, deadline);
            assertThat(whole).hasSameSizeAs(asks);
            for (int i = 0; i < asks.size(); i++) {
                TextQuery query = asks.get(i).query();
                Optional<Found> alone = Found.in(search, index, overlay, root, query, deadline);
                assertThat(whole.get(i)).as("%s", query).isEqualTo(alone.map(Found::complete));
                int most = i % 3 == 0 ? 2 : Integer.MAX_VALUE;
                List<FileMatches> together = found.get(i);
                alone.ifPresent(its -> assertThat(together)
                        .as("%s", query)
                        .isEqualTo(its.files().stream().limit(most).toList()));
            }
        }
    }

    @Test
    void searchesWhatHasChangedSince() throws IOException {
        RipgrepBinary ripgrep = ripgrep();
        Files.writeString(root.resolve("src/util.py"), "send\nnow something else\nsend_it\n");
        Files.writeString(root.resolve("src/new.py"), "def send():\n");
        Files.delete(root.resolve("a/x.txt"));
        var overlay = new Overlay(Set.of("src/util.py", "a/x.txt"), List.of("src/util.py", "src/new.py"), null);
        for (String pattern : List.of("send", "parse_date", "def \\w+", "something")) {
            assertThat(compare(ripgrep, TextQuery.regex(Queries.WORKSPACE, pattern, 0), overlay))
                    .isTrue();
        }
    }

    @Test
    void givesFilesInTheOrderOfTheirPathsUntilNoMoreAreWanted() {
        TextQuery query = TextQuery.regex(Queries.WORKSPACE, "e", 0);
        List<String> all = search(query).orElseThrow().files().stream()
                .map(FileMatches::path)
                .toList();
        assertThat(all).hasSizeGreaterThan(10).isSortedAccordingTo(PathOrder::compare);
        var some = new ArrayList<String>();
        Optional<Boolean> whole = new IndexSearch(pool, 2, 16, FileTypes.COMMON, looks)
                .search(
                        index,
                        Overlay.NONE,
                        root,
                        query,
                        file -> some.add(file.path()) && some.size() < 5,
                        Deadline.after(Duration.ofMinutes(1)));
        assertThat(whole).contains(true);
        assertThat(some).isEqualTo(all.subList(0, 5));
    }

    @Test
    void failsWithWhatTheSinkFailsWith() {
        TextQuery query = TextQuery.regex(Queries.WORKSPACE, "e", 0);
        assertThatThrownBy(() -> new IndexSearch(pool, 2, 16, FileTypes.COMMON, looks)
                        .search(
                                index,
                                Overlay.NONE,
                                root,
                                query,
                                file -> {
                                    throw new IllegalStateException("the reader is gone");
                                },
                                Deadline.after(Duration.ofMinutes(1))))
                .hasMessage("the reader is gone");
    }

    @Test
    void marksAnAnswerThatTheDeadlineCutShort() {
        TextQuery query = TextQuery.regex(Queries.WORKSPACE, "send", 0);
        Found found = Found.in(
                        new IndexSearch(pool, 2, 16, FileTypes.COMMON, looks),
                        index,
                        Overlay.NONE,
                        root,
                        query,
                        Deadline.after(Duration.ZERO))
                .orElseThrow();
        assertThat(found.complete()).isFalse();
        assertThat(found.files()).isEmpty();
    }

    @Test
    void leavesAPatternThatBacktracksForEverToRipgrep() throws Exception {
        Files.writeString(root.resolve("trap.txt"), "a".repeat(31) + "!\n");
        index = build();
        assertThat(search(TextQuery.regex(Queries.WORKSPACE, "aaa(?:a?){28}a{28}$", 0)))
                .isEmpty();
        Files.writeString(root.resolve("trap.txt"), "ab".repeat(300_000) + "c!\n");
        index = build();
        assertThat(search(TextQuery.regex(Queries.WORKSPACE, "aba(b|a)*c$", 0))).isEmpty();
    }

    @Test
    void leavesAWorkspaceWithAFileOutsideTheStoreToRipgrepUnlessTheFileIsLeftOut() throws Exception {
        byte[] late = "some text\n".repeat(1_700_000).getBytes(StandardCharsets.US_ASCII);
        late[late.length - 1] = 0;
        Files.write(root.resolve("late.dat"), late);
        index = build();
        assertThat(search(TextQuery.regex(Queries.WORKSPACE, "parse_date", 0))).isEmpty();
        TextQuery plain = TextQuery.regex(Queries.WORKSPACE, "parse_date", 0);
        var without = plain.but().globs(List.of("!*.dat")).build();
        assertThat(search(without)).isPresent();
    }

    private boolean compare(RipgrepBinary ripgrep, TextQuery query, Overlay overlay) {
        Optional<Found> found = search(query, overlay);
        found.ifPresent(outcome -> {
            assertThat(outcome.complete()).isTrue();
            List<String> answered = RipgrepReference.flatten(outcome.files());
            assertThat(answered).as("%s", query).isEqualTo(RipgrepReference.lines(ripgrep, root, query, answered));
            assertThat(outcome.files()).extracting(FileMatches::path).doesNotHaveDuplicates();
        });
        return found.isPresent();
    }

    private Optional<Found> search(TextQuery query) {
        return search(query, Overlay.NONE);
    }

    private Optional<Found> search(TextQuery query, Overlay overlay) {
        return Found.in(
                new IndexSearch(pool, 2, 16, FileTypes.COMMON, looks),
                index,
                overlay,
                root,
                query,
                Deadline.after(Duration.ofMinutes(1)));
    }

    private WorkspaceIndex build() throws IOException, InterruptedException {
        return Indexes.build(pool, directory.resolve("index"), root);
    }

    private static RipgrepBinary ripgrep() {
        Optional<RipgrepBinary> found = RipgrepBinary.find(RipgrepProperties.defaults());
        assumeTrue(found.isPresent(), "no ripgrep 14 or newer on the PATH");
        return found.get();
    }
}
