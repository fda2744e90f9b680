package dev.bolt.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.INTEGER;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexRequest;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.SearchBatch;
import dev.bolt.api.search.SearchResult;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.ripgrep.RipgrepArguments;
import dev.bolt.search.ripgrep.RipgrepBinary;
import dev.bolt.search.ripgrep.RipgrepProperties;
import dev.bolt.search.scan.Scan;
import dev.bolt.search.scan.ScanOutcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClient;

class SearchContractTest extends RunningService {
    private Path root;

    @BeforeEach
    void registersASampleTree() throws Exception {
        root = trees.resolve("sample");
        if (!Files.exists(root)) {
            SampleTree.in(root);
        }
        index.build(Queries.WORKSPACE, new IndexRequest(root.toString()));
    }

    @Test
    void findsLinesByPath() {
        SearchResult found = search.search(TextQuery.regex(Queries.WORKSPACE, "parse_?[dD]ate", 0));
        assertThat(found.files()).extracting(FileMatches::path).containsExactly("src/util.py");
        assertThat(found.files().getFirst().lines())
                .extracting(MatchedLine::line)
                .containsExactly(1, 5, 6);
        assertThat(found.complete()).isTrue();
    }

    @Test
    void givesRipgrepsLinesForEveryQueryOverHttpAndInTheScan() {
        Optional<RipgrepBinary> ripgrep = RipgrepBinary.find(RipgrepProperties.defaults());
        assumeTrue(ripgrep.isPresent(), "no ripgrep 14 or newer on the PATH");
        var scan = new Scan();
        var refused = new ArrayList<String>();
        var engines = new java.util.TreeMap<String, Integer>();
        org.awaitility.Awaitility.await()
                .until(() -> index.status(Queries.WORKSPACE).state() == IndexState.READY);
        int compared = 0;
        for (TextQuery query : Queries.all()) {
            List<String> expected = RipgrepReference.lines(ripgrep.get(), root, query);
            SearchResult answered = search.search(query);
            engines.merge(answered.engine(), 1, Integer::sum);
            assertThat(RipgrepReference.flatten(answered.files()))
                    .as("over HTTP: %s", query)
                    .isEqualTo(expected);
            try {
                ScanOutcome scanned = scan.search(root, query, Deadline.after(Duration.ofSeconds(30)));
                assertThat(RipgrepReference.flatten(scanned.files()))
                        .as("scan: %s", query)
                        .isEqualTo(expected);
                compared++;
            } catch (ProblemException e) {
                assertThat(e.problem()).isEqualTo(Problem.UNSUPPORTED_OPTION);
                refused.add(e.detail());
            }
        }
        assertThat(compared).isGreaterThan(150);
        assertThat(engines)
                .containsOnlyKeys("index", "ripgrep")
                .extractingByKey("index", INTEGER)
                .isGreaterThan(150);
        assertThat(refused).hasSizeLessThan(compared / 10);
    }

    @Test
    void neverTakesAPatternForAnOption() {
        var query = TextQuery.regex(Queries.WORKSPACE, "--pre=./evil.sh", 0);
        assertThat(search.search(query).matchedLines()).isEqualTo(1);
        List<String> arguments = RipgrepArguments.of(new RipgrepBinary(Path.of("rg"), "15.0.0"), query, 0);
        assertThat(arguments)
                .noneMatch(argument -> argument.startsWith("--pre"))
                .contains("--no-config", "--");
    }

    @Test
    void stopsAtTheLimitAndSaysSo() {
        SearchResult found = search.search(TextQuery.regex(Queries.WORKSPACE, "send", 3));
        assertThat(found.matchedLines()).isEqualTo(3);
        assertThat(found.complete()).isFalse();
    }

    @Test
    void answersABatchInOrder() {
        List<SearchResult> found = search.searchBatch(new SearchBatch(List.of(
                TextQuery.regex(Queries.WORKSPACE, "class Session", 0),
                TextQuery.regex(Queries.WORKSPACE, "nowhere to be found", 0))));
        assertThat(found).extracting(SearchResult::matchedLines).containsExactly(1L, 0L);
    }

    @Test
    void refusesWhatIsNoRegexWithTheFieldsName() {
        assertThatThrownBy(() -> search.search(TextQuery.regex(Queries.WORKSPACE, "(unclosed", 0)))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.BAD_PATTERN);
                    assertThat(e.field()).isEqualTo("patterns");
                });
    }

    @Test
    void refusesAnUnknownWorkspaceAndAMissingDirectory() {
        assertThatThrownBy(() -> search.search(TextQuery.regex(new WorkspaceId("nobody"), "x", 0)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.WORKSPACE_NOT_FOUND));
        assertThatThrownBy(() -> index.build(new WorkspaceId("gone"), new IndexRequest("/no/such/directory")))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.WORKSPACE_UNREADABLE));
    }

    @Test
    void searchesEmptyAndBinaryOnlyWorkspaces() throws Exception {
        Path empty = Files.createDirectories(trees.resolve("empty"));
        index.build(new WorkspaceId("empty"), new IndexRequest(empty.toString()));
        assertThat(search.search(TextQuery.regex(new WorkspaceId("empty"), ".", 0))
                        .files())
                .isEmpty();
        Path binary = Files.createDirectories(trees.resolve("binary"));
        Files.write(binary.resolve("a.bin"), new byte[] {'x', 0, 'x', '\n'});
        index.build(new WorkspaceId("binary"), new IndexRequest(binary.toString()));
        assertThat(search.search(TextQuery.regex(new WorkspaceId("binary"), "x", 0))
                        .files())
                .isEmpty();
    }

    @Test
    void seesAChangeAtOnce() throws Exception {
        Path fresh = Files.createDirectories(trees.resolve("fresh"));
        Files.writeString(fresh.resolve("a.txt"), "nothing\n");
        WorkspaceId id = new WorkspaceId("fresh");
        index.build(id, new IndexRequest(fresh.toString()));
        org.awaitility.Awaitility.await().until(() -> index.status(id).state() == IndexState.READY);
        for (int i = 0; i < 10; i++) {
            Files.writeString(fresh.resolve("a.txt"), "number %d of\n".formatted(i));
            Files.writeString(fresh.resolve("b%d.txt".formatted(i)), "number %d of\n".formatted(i));
            SearchResult found = search.search(TextQuery.regex(id, "number %d of".formatted(i), 0));
            assertThat(found.files()).extracting(FileMatches::path).containsExactly("a.txt", "b%d.txt".formatted(i));
        }
        index.drop(id);
        assertThatThrownBy(() -> search.search(TextQuery.regex(id, "number", 0)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.WORKSPACE_NOT_FOUND));
        org.awaitility.Awaitility.await().until(() -> Files.notExists(home.resolve("data/search/fresh")));
    }

    @Test
    void answersAFileOf100MegabytesAndOneThatIsNoUtf8() throws Exception {
        Path large = Files.createDirectories(trees.resolve("large"));
        byte[] lines = "0123456789 abcdefghijklmnopqrstuvwxyz 0123456789 ABC\n"
                .repeat(20_000)
                .getBytes(StandardCharsets.US_ASCII);
        try (var out = Files.newOutputStream(large.resolve("large.txt"))) {
            for (int i = 0; i < 96; i++) {
                out.write(lines);
            }
            out.write("the needle\n".getBytes(StandardCharsets.US_ASCII));
        }
        Files.write(
                large.resolve("broken.txt"),
                new byte[] {'a', (byte) 0xFF, (byte) 0xC3, ' ', 'n', 'e', 'e', 'd', 'l', 'e'});
        WorkspaceId id = new WorkspaceId("large");
        index.build(id, new IndexRequest(large.toString()));
        org.awaitility.Awaitility.await().until(() -> index.status(id).state() == IndexState.READY);
        SearchResult found = search.search(TextQuery.regex(id, "needle", 0));
        assertThat(found.complete()).isTrue();
        assertThat(found.files()).extracting(FileMatches::path).containsExactly("broken.txt", "large.txt");
        MatchedLine broken = found.files().getFirst().lines().getFirst();
        assertThat(broken.text()).isEqualTo("a\uFFFD\uFFFD needle");
        assertThat(broken.bytes()).isNotNull();
        assertThat(broken.submatches().getFirst().startByte()).isEqualTo(4);
        assertThat(found.files().getLast().lines().getFirst().line()).isEqualTo(96 * 20_000 + 1);
    }

    @Test
    void saysSoWhereThereIsNoSpaceForAWorkspace() throws Exception {
        Path data = Files.createDirectories(home.resolve("data/search"));
        Files.writeString(data.resolve("no-space"), "a file where a folder should be");
        assertThatThrownBy(() -> index.build(new WorkspaceId("no-space"), new IndexRequest(root.toString())))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.DISK_FULL));
    }

    @Test
    void refusesCallersWithoutTheSecret() {
        HttpStatusCode status = RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri("/internal/indexes/sample")
                .exchange((request, response) -> response.getStatusCode());
        assertThat(status.value()).isEqualTo(403);
    }

    @Test
    void countsTheFilesASearchReads() {
        org.awaitility.Awaitility.await()
                .until(() -> index.status(Queries.WORKSPACE).state() == IndexState.READY);
        assertThat(index.status(Queries.WORKSPACE).filesTotal()).isGreaterThan(15);
    }
}
