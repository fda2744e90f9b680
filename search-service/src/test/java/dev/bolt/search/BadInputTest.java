package dev.bolt.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexApi;
import dev.bolt.api.index.IndexRequest;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.PathQuery;
import dev.bolt.api.search.RipgrepOptions;
import dev.bolt.api.search.SearchApi;
import dev.bolt.api.search.SearchEvent;
import dev.bolt.api.search.SearchResult;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.platform.secret.InternalSecret;
import dev.bolt.search.ripgrep.RipgrepBinary;
import dev.bolt.search.ripgrep.RipgrepProperties;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.json.JsonMapper;

/** What breaks searches elsewhere: a clear answer, bounded work, nothing left behind. */
@DirtiesContext
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BadInputTest {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final String ROW = "0123456789 abcdefghijklmnopqrstuvwxyz 0123456789 ABCD\n";

    @TempDir
    static Path home;

    @TempDir
    static Path trees;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry registry) {
        registry.add("bolt.home", home::toString);
    }

    @LocalServerPort
    int port;

    @Autowired
    RestClient.Builder client;

    @Autowired
    InternalSecret secret;

    private SearchApi search;
    private IndexApi index;
    private RipgrepBinary ripgrep;

    @BeforeEach
    void connects() {
        Optional<RipgrepBinary> binary = RipgrepBinary.find(RipgrepProperties.defaults());
        assumeTrue(binary.isPresent(), "no ripgrep 14 or newer on the PATH");
        ripgrep = binary.get();
        RestClient rest = client.clone()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeader(InternalSecret.HEADER, secret.value())
                .build();
        var factory = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(rest))
                .build();
        search = factory.createClient(SearchApi.class);
        index = factory.createClient(IndexApi.class);
    }

    @Test
    void answersAFileOfAGigabyteBeforeAndAfterItIsIndexed() throws Exception {
        assumeTrue(Files.getFileStore(trees).getUsableSpace() > 5L << 30, "less than 5 GB are free");
        Path root = Files.createDirectories(trees.resolve("gigabyte"));
        byte[] rows = ROW.repeat(20_000).getBytes(StandardCharsets.US_ASCII);
        int blocks = (1 << 30) / rows.length + 1;
        try (var out = Files.newOutputStream(root.resolve("large.txt"))) {
            for (int i = 0; i < blocks; i++) {
                out.write(rows);
            }
            out.write("the needle\n".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(Files.size(root.resolve("large.txt"))).isGreaterThan(1 << 30);
        WorkspaceId id = new WorkspaceId("gigabyte");
        index.build(id, new IndexRequest(root.toString()));
        assertNeedle(id, blocks * 20_000 + 1);
        ready(id);
        assertNeedle(id, blocks * 20_000 + 1);
        SearchResult all = search.search(TextQuery.regex(id, "0", 1_000));
        assertThat(all.matchedLines()).isEqualTo(1_000);
        assertThat(all.complete()).isFalse();
        drop(id);
    }

    private void assertNeedle(WorkspaceId id, int line) {
        SearchResult found = search.search(TextQuery.regex(id, "needle", 0));
        assertThat(found.complete()).isTrue();
        assertThat(found.files().getFirst().lines())
                .extracting(MatchedLine::line)
                .containsExactly(line);
    }

    @Test
    void answersALineOf50MegabytesOrSaysThatItIsLeftOut() throws Exception {
        Path root = Files.createDirectories(trees.resolve("line"));
        String half = "x".repeat(25 << 20);
        Files.writeString(root.resolve("long.txt"), "first needle\n" + half + " needle " + half + "\nlast needle\n");
        Files.writeString(root.resolve("short.txt"), "short needle\n");
        WorkspaceId id = new WorkspaceId("line");
        index.build(id, new IndexRequest(root.toString()));
        ready(id);
        SearchResult others = search.search(TextQuery.regex(id, "^\\w+ needle$", 0));
        assertThat(others.complete()).isTrue();
        assertThat(numbers(others)).containsExactly(1, 3, 1);
        SearchResult found = search.search(TextQuery.regex(id, "needle", 0));
        assertThat(numbers(found)).contains(1, 3);
        assertThat(numbers(found).contains(2)).isEqualTo(found.complete());
        drop(id);
    }

    private static List<Integer> numbers(SearchResult found) {
        return found.files().stream()
                .flatMap(file -> file.lines().stream())
                .map(MatchedLine::line)
                .toList();
    }

    @Test
    void isNotCaughtInLoopsOfLinks() throws Exception {
        Path root = SampleTree.in(trees.resolve("loops"));
        Files.createSymbolicLink(root.resolve("loop"), Path.of("."));
        Files.createSymbolicLink(root.resolve("src/up"), Path.of(".."));
        Files.createSymbolicLink(root.resolve("itself"), Path.of("itself"));
        Files.createSymbolicLink(root.resolve("one"), Path.of("other"));
        Files.createSymbolicLink(root.resolve("other"), Path.of("one"));
        Files.createSymbolicLink(root.resolve("src/.ignore"), Path.of(".ignore"));
        WorkspaceId id = new WorkspaceId("loops");
        index.build(id, new IndexRequest(root.toString()));
        ready(id);
        for (TextQuery query : List.of(
                TextQuery.regex(id, "send", 0),
                TextQuery.of(id, List.of("send")).hidden(true).noIgnore(true).build())) {
            assertThat(RipgrepReference.flatten(search.search(query).files()))
                    .isEqualTo(RipgrepReference.lines(ripgrep, root, query))
                    .isNotEmpty();
        }
        assertThat(search.paths(new PathQuery(id, true, true, null, null, null, 0))
                        .paths())
                .doesNotContain("loop", "itself", "one", "src/up")
                .noneMatch(path -> path.startsWith("loop/"));
        drop(id);
    }

    @Test
    void survivesThatAWorkspaceIsDeletedWhileItIsSearched() throws Exception {
        Path root = Files.createDirectories(trees.resolve("deleted"));
        for (int i = 0; i < 3_000; i++) {
            Path folder = Files.createDirectories(root.resolve("d" + i % 50));
            Files.writeString(folder.resolve("f" + i), ROW.repeat(20) + "send " + i + "\n");
        }
        WorkspaceId id = new WorkspaceId("deleted");
        index.build(id, new IndexRequest(root.toString()));
        ready(id);
        List<TextQuery> queries = List.of(
                TextQuery.regex(id, "send", 0),
                TextQuery.regex(id, "\\w", 0),
                TextQuery.of(id, List.of("send")).noIgnore(true).build());
        try (var pool = Executors.newFixedThreadPool(3)) {
            List<Future<List<Problem>>> running = new ArrayList<>();
            for (TextQuery query : queries) {
                running.add(pool.submit(untilItIsGone(query, root)));
            }
            delete(root);
            for (Future<List<Problem>> searching : running) {
                assertThat(searching.get()).allMatch(Problem.WORKSPACE_UNREADABLE::equals);
            }
        }
        for (TextQuery query : queries) {
            assertThatThrownBy(() -> search.search(query))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem()).isEqualTo(Problem.WORKSPACE_UNREADABLE));
        }
        assertNoRipgrepIsLeft();
        drop(id);
    }

    /** Searches over and over; the problems that were met. */
    private Callable<List<Problem>> untilItIsGone(TextQuery query, Path root) {
        return () -> {
            List<Problem> problems = new ArrayList<>();
            while (Files.exists(root)) {
                try {
                    assertThat(search.search(query).files()).hasSizeLessThanOrEqualTo(3_000);
                } catch (ProblemException e) {
                    problems.add(e.problem());
                }
            }
            return problems;
        };
    }

    @Test
    void leavesNothingOfAClientThatHangsUp() throws Exception {
        Path root = Files.createDirectories(trees.resolve("hangs-up"));
        for (int i = 0; i < 20; i++) {
            Files.writeString(root.resolve("f" + i), ROW.repeat(2_000));
        }
        WorkspaceId id = new WorkspaceId("hangs-up");
        index.build(id, new IndexRequest(root.toString()));
        ready(id);
        TextQuery byIndex = TextQuery.regex(id, "^\\d\\d", 0);
        TextQuery byRipgrep = TextQuery.of(id, List.of("^(?<!0)01"))
                .ripgrep(RipgrepOptions.PCRE2)
                .build();
        for (int i = 0; i < 60; i++) { // more than may search at once
            hangUp(i % 20 == 0 ? byRipgrep : byIndex, i % 2 == 0 ? SearchEvent.NDJSON : "application/json");
        }
        assertThat(search.search(TextQuery.regex(id, "absent", 0)).complete()).isTrue();
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet().stream()
                                .map(Thread::getName)
                                .filter(name -> name.startsWith("ripgrep-reader")))
                        .isEmpty());
        assertNoRipgrepIsLeft();
        drop(id);
    }

    /** Asks, and is gone after the first bytes of the answer. */
    private void hangUp(TextQuery query, String accepted) throws IOException {
        byte[] body = JsonMapper.shared().writeValueAsBytes(query);
        String head = """
                POST /v1/searches HTTP/1.1\r
                Host: 127.0.0.1\r
                Content-Type: application/json\r
                Accept: %s\r
                %s: %s\r
                Content-Length: %d\r
                \r
                """.formatted(accepted, InternalSecret.HEADER, secret.value(), body.length);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setReceiveBufferSize(4_096);
            socket.setSoTimeout((int) LONG.toMillis());
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            if (accepted.equals(SearchEvent.NDJSON)) {
                assertThat(socket.getInputStream().readNBytes(64)).isNotEmpty();
            }
        }
    }

    @Test
    void answersPatternsOfTenThousandStatesLikeRipgrep() throws Exception {
        Path root = SampleTree.in(trees.resolve("states"));
        Files.writeString(root.resolve("a.txt"), "a".repeat(30_000) + "\n" + "ab".repeat(6_000) + "c\n");
        Files.writeString(root.resolve("words.txt"), "word ".repeat(3_000) + "\n");
        WorkspaceId id = new WorkspaceId("states");
        index.build(id, new IndexRequest(root.toString()));
        ready(id);
        String words =
                IntStream.range(0, 1_600).mapToObj(i -> "word" + i).reduce("send", (all, word) -> all + "|" + word);
        for (String pattern : List.of(
                "[ab]{10000}",
                "(?:ab){5000}c",
                "(?:a?){1000}a{1000}",
                "(?:\\w+\\s){1000}",
                "\\pL{2000}",
                "a.{5000}c",
                "(?:a|b|ab)*c{0,9999}c",
                "(a+)+$",
                "(?:x+x+)+y",
                words,
                "(?i)" + words)) {
            TextQuery query = TextQuery.regex(id, pattern, 0);
            List<String> expected = RipgrepReference.lines(ripgrep, root, query);
            SearchResult found = search.search(query);
            assertThat(found.complete()).as(shown(pattern)).isTrue();
            assertThat(RipgrepReference.flatten(found.files()))
                    .as(shown(pattern))
                    .isEqualTo(expected);
        }
        TextQuery tooLarge = TextQuery.of(id, List.of("(?:\\pL{1000}){1000}"))
                .hidden(true) // by ripgrep
                .build();
        assertThatThrownBy(() -> search.search(tooLarge)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.BAD_PATTERN);
            assertThat(e.detail()).contains("size limit");
        });
        drop(id);
    }

    private static String shown(String pattern) {
        return pattern.length() > 40 ? pattern.substring(0, 40) + "…" : pattern;
    }

    @Test
    void fallsBackToRipgrepAndSaysSoWhereChangesAreMissed() throws Exception {
        Path root = Files.createDirectories(trees.resolve("overflow"));
        for (int i = 0; i < 2_200; i++) {
            Files.writeString(root.resolve("f" + i), "send " + i + "\n");
        }
        WorkspaceId id = new WorkspaceId("overflow");
        index.build(id, new IndexRequest(root.toString()));
        ready(id);
        TextQuery query = TextQuery.regex(id, "send 1?7", 0);
        SearchResult before = search.search(query);
        assertThat(before.engine()).isEqualTo("index");
        assertThat(before.freshness().reason()).isNull();
        Path passing = root.resolve("passing");
        Files.createDirectories(passing);
        for (int i = 0; i < 25_000; i++) {
            Files.delete(Files.createFile(passing.resolve("f" + i)));
        }
        Files.writeString(root.resolve("new"), "send 17 new\n");
        SearchResult after = search.search(query);
        assertThat(after.engine()).isEqualTo("ripgrep");
        assertThat(after.freshness().reason()).isNotBlank();
        assertThat(RipgrepReference.flatten(after.files()))
                .isEqualTo(RipgrepReference.lines(ripgrep, root, query))
                .hasSize(before.files().size() + 1);
        await().atMost(LONG).untilAsserted(() -> {
            SearchResult again = search.search(query);
            assertThat(again.files()).isEqualTo(after.files());
            assertThat(again.engine()).isEqualTo("index");
            assertThat(again.freshness().reason()).isNull();
        });
        drop(id);
    }

    @Test
    void saysWhyThereIsNoIndexYet() throws Exception {
        Path root = SampleTree.in(trees.resolve("busy"));
        for (int i = 0; i < 60; i++) {
            Files.writeString(root.resolve("f" + i), ROW.repeat(20_000));
        }
        WorkspaceId id = new WorkspaceId("busy");
        index.build(id, new IndexRequest(root.toString()));
        SearchResult found = search.search(TextQuery.regex(id, "send it", 0));
        assertThat(found.files()).extracting(FileMatches::path).contains("docs/crlf.txt");
        assertThat(found.engine().equals("index")).isEqualTo(found.freshness().reason() == null);
        ready(id);
        assertThat(search.search(TextQuery.regex(id, "send it", 0)).freshness().reason())
                .isNull();
        drop(id);
    }

    private void ready(WorkspaceId id) {
        await().atMost(LONG).until(() -> index.status(id).state() == IndexState.READY);
    }

    private void drop(WorkspaceId id) {
        index.drop(id);
        await().atMost(LONG)
                .until(() -> Files.notExists(home.resolve("data/search").resolve(id.value())));
    }

    private static void assertNoRipgrepIsLeft() {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(ProcessHandle.current()
                                .descendants()
                                .filter(process ->
                                        process.info().command().orElse("").endsWith("/rg")))
                        .isEmpty());
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
