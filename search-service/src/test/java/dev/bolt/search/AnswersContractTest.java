package dev.bolt.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexRequest;
import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.FileQuery;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.SearchEvent;
import dev.bolt.api.search.SearchResult;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.lease.AnswerMemory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The forms an answer may have: streamed, in pages, by several patterns of a file. */
class AnswersContractTest extends RunningService {
    private static final int PAGED_QUERIES = Integer.getInteger("bolt.fuzz.queries", 60);

    @DynamicPropertySource
    static void memory(DynamicPropertyRegistry registry) {
        registry.add("bolt.search.answers.memory", () -> "8MB");
    }

    @Autowired
    AnswerMemory memory;

    private Path root;

    @BeforeEach
    void registersASampleTree() throws Exception {
        root = trees.resolve("sample");
        if (!Files.exists(root)) {
            SampleTree.in(root);
        }
        indexed(Queries.WORKSPACE, root);
    }

    @Test
    void streamsTheSameFilesInTheSameOrder() {
        for (TextQuery asked : List.of(regex("send"), regex("."), regex("nowhere at all"), multiline("s\\w+\\n.*e"))) {
            SearchResult whole = search.search(asked);
            List<SearchEvent> events = stream(asked);
            assertThat(events.stream().limit(events.size() - 1).map(SearchEvent::file))
                    .isEqualTo(whole.files());
            SearchResult end = events.getLast().end();
            assertThat(end.files()).isEmpty();
            assertThat(end.matchedLines()).isEqualTo(whole.matchedLines());
            assertThat(end.complete()).isTrue();
        }
    }

    @Test
    void answersAProblemAndNoStreamToAPatternThatIsNone() {
        assertThatThrownBy(() -> stream(regex("(unclosed")))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.BAD_PATTERN));
    }

    /** Each is some megabytes; who does not get all says so, and nothing is kept of any. */
    @Test
    void manyLargeAnswersAtOnceShareTheMemory() throws Exception {
        Path shared = Files.createDirectories(trees.resolve("shared"));
        for (int i = 0; i < 10; i++) {
            Files.writeString(shared.resolve("%d.txt".formatted(i)), "a shared line\n".repeat(1_000));
        }
        var other = new WorkspaceId("shared");
        index.build(other, new IndexRequest(shared.toString()));
        TextQuery query = TextQuery.regex(other, "shared line", 0);
        assertThat(search.search(query).matchedLines()).isEqualTo(10_000);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SearchResult>> answers = IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(() -> search.search(query)))
                    .toList();
            for (Future<SearchResult> answer : answers) {
                SearchResult one = answer.get();
                assertThat(one.complete()).isEqualTo(one.matchedLines() == 10_000);
                assertThat(one.files().stream()
                                .mapToInt(file -> file.lines().size())
                                .sum())
                        .isEqualTo((int) one.matchedLines());
            }
        }
        Awaitility.await().until(() -> memory.used() == 0);
    }

    @Test
    void answersJsonToWhoAcceptsAnything() {
        var type = rest.post()
                .uri("/v1/searches")
                .accept(MediaType.ALL)
                .body(regex("send"))
                .exchange((request, response) -> response.getHeaders().getContentType());
        assertThat(type.isCompatibleWith(MediaType.APPLICATION_JSON)).isTrue();
    }

    @Test
    void pagesMakeUpTheWholeWhoeverAnswers() {
        for (TextQuery query : List.of(regex("e"), multiline("e"))) {
            List<String> expected =
                    RipgrepReference.flatten(search.search(query).files());
            var lines = new ArrayList<String>();
            String cursor = "";
            int pages = 0;
            for (String next = cursor; next != null; pages++) {
                SearchResult page = search.search(query.page(7, next));
                assertThat(page.matchedLines()).isLessThanOrEqualTo(7);
                assertThat(page.complete()).isEqualTo(page.next() == null);
                lines.addAll(RipgrepReference.flatten(page.files()));
                next = page.next();
            }
            assertThat(pages).isGreaterThan(5);
            assertThat(lines.stream().sorted()).isEqualTo(expected);
        }
    }

    /** Also those of ripgrep, which answers some of them. */
    @Test
    void pagesOfRandomQueriesMakeUpRipgrepsLines() {
        var random = new RandomQueries(Long.getLong("bolt.fuzz.seed", 37));
        int paged = 0;
        for (int i = 0; i < PAGED_QUERIES; i++) {
            TextQuery query =
                    random.next().but().beforeContext(0).afterContext(0).build();
            List<String> expected = RipgrepReference.lines(ripgrep(), root, query);
            int limit = 1 + i % 9;
            List<FileMatches> files = new ArrayList<>();
            long lines = 0;
            for (String next = ""; next != null; paged++) {
                SearchResult page = search.search(query.page(limit, next));
                assertThat(page.matchedLines()).isLessThanOrEqualTo(limit);
                lines += page.matchedLines();
                files.addAll(page.files());
                next = page.next();
            }
            assertThat(RipgrepReference.flatten(files).stream().distinct())
                    .as("%s", query)
                    .isEqualTo(expected);
            assertThat(search.search(query.but().limit(limit).build()).matchedLines())
                    .as("%s", query)
                    .isEqualTo(Math.min(limit, lines));
        }
        assertThat(paged).isGreaterThan(PAGED_QUERIES);
    }

    @Test
    void refusesACursorThatIsNone() {
        assertThatThrownBy(() -> search.search(regex("e").page(3, "nonsense")))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.BAD_REQUEST);
                    assertThat(e.field()).isEqualTo("after");
                });
    }

    @Test
    void findsFilesBySeveralPatterns() throws Exception {
        ripgrep(); // answers some of them
        for (List<String> pair : List.of(List.of("send", "timeout"), List.of("def", "return"), List.of("e", "\\d"))) {
            List<String> both = new ArrayList<>(files(pair.get(0)));
            both.retainAll(files(pair.get(1)));
            assertThat(paths(new FileQuery(
                            regex(pair.get(0)).but().patterns(pair).build(), null, null, null)))
                    .isEqualTo(both);
            List<String> one = new ArrayList<>(files(pair.get(0)));
            one.removeAll(files(pair.get(1)));
            assertThat(paths(new FileQuery(regex(pair.get(0)), null, List.of(pair.get(1)), null)))
                    .isEqualTo(one);
            List<String> any = new ArrayList<>(files("e"));
            any.retainAll(files("(?:" + pair.get(0) + "|" + pair.get(1) + ")"));
            assertThat(paths(new FileQuery(regex("e"), pair, null, null))).isEqualTo(any);
        }
    }

    @Test
    void findsPatternsNearEachOther() throws Exception {
        Files.writeString(root.resolve("near.txt"), "open\n\n\nclose\nopen\n\n\n\n\n\nclose\n");
        TextQuery both =
                regex("open").but().patterns(List.of("^open", "^close")).build();
        assertThat(lines(new FileQuery(both, null, null, 1))).containsExactly(4, 5);
        assertThat(lines(new FileQuery(both, null, null, 3))).containsExactly(1, 4, 5);
        assertThat(lines(new FileQuery(both, null, null, 6))).containsExactly(1, 4, 5, 11);
        assertThat(lines(new FileQuery(both, null, null, 0))).isEmpty();
        assertThat(lines(new FileQuery(both, null, null, null))).containsExactly(1, 4, 5, 11);
    }

    private List<Integer> lines(FileQuery query) {
        return search.searchFiles(query).files().stream()
                .filter(file -> file.path().equals("near.txt"))
                .flatMap(file -> file.lines().stream())
                .map(MatchedLine::line)
                .toList();
    }

    private List<String> paths(FileQuery query) {
        return search.searchFiles(query).files().stream().map(FileMatches::path).toList();
    }

    /** What ripgrep lists, in our order. */
    private List<String> files(String pattern) {
        return RipgrepReference.lines(ripgrep(), root, regex(pattern)).stream()
                .map(line -> line.substring(0, line.indexOf(':')))
                .distinct()
                .sorted(dev.bolt.search.text.PathOrder::compare)
                .toList();
    }

    private List<SearchEvent> stream(TextQuery query) {
        String body = rest.post()
                .uri("/v1/searches")
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.parseMediaType(SearchEvent.NDJSON), MediaType.APPLICATION_PROBLEM_JSON)
                .body(query)
                .retrieve()
                .body(String.class);
        return body.lines()
                .map(line -> JsonMapper.shared().readValue(line, SearchEvent.class))
                .toList();
    }

    private static TextQuery regex(String pattern) {
        return TextQuery.regex(Queries.WORKSPACE, pattern, 0);
    }

    private static TextQuery multiline(String pattern) {
        return TextQuery.of(Queries.WORKSPACE, List.of(pattern)).multiline(true).build();
    }
}
