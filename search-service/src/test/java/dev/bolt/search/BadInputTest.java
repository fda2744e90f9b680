package dev.bolt.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexRequest;
import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.PathQuery;
import dev.bolt.api.search.RipgrepOptions;
import dev.bolt.api.search.SearchEvent;
import dev.bolt.api.search.SearchResult;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.platform.secret.InternalSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What breaks searches elsewhere: a clear answer, bounded work, nothing left behind. */
class BadInputTest extends RunningService {
    private static final String ROW = "0123456789 abcdefghijklmnopqrstuvwxyz 0123456789 ABCD\n";

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
                    .isEqualTo(RipgrepReference.lines(ripgrep(), root, query))
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
                .isEqualTo(RipgrepReference.lines(ripgrep(), root, query))
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
