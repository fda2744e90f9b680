package dev.bolt.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.PathResult;
import dev.bolt.api.search.SearchResult;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.ripgrep.RipgrepBinary;
import dev.bolt.search.text.PathOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** What ripgrep's own tests expect, over HTTP and beside the real ripgrep. */
class RipgrepCasesContractTest extends RunningService {
    /** Of 333 that ripgrep has; the README says what becomes of the others. */
    private static final int CASES = 239;

    private static final ObjectReader QUERIES =
            JsonMapper.shared().readerFor(TextQuery.class).without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private final Map<String, Integer> engines = new TreeMap<>();
    private final SoftAssertions all = new SoftAssertions();

    @Test
    void givesTheLinesOfRipgrepsOwnTests() throws Exception {
        RipgrepBinary ripgrep = ripgrep(); // answers some of them
        Map<String, String> haystacks = RipgrepCase.haystacks();
        List<RipgrepCase> cases = RipgrepCase.all();
        for (RipgrepCase test : cases) {
            Path tree = Files.createDirectories(trees.resolve(test.name().replace("::", "-")));
            test.in(tree, haystacks);
            Set<WorkspaceId> known = new HashSet<>();
            for (RipgrepCase.Search asked : test.searches()) {
                if (asked.files() != null) {
                    RipgrepCase.write(tree, asked.files(), haystacks);
                }
                Path root = asked.root() == null ? tree : tree.resolve(asked.root());
                var id = new WorkspaceId(trees.relativize(root).toString().replaceAll("[^a-z0-9]+", "-"));
                if (known.add(id)) {
                    indexed(id, root);
                }
                String what = "%s: %s".formatted(test.name(), asked);
                if (Boolean.TRUE.equals(asked.refused())) {
                    refuses(asked, id, what);
                } else {
                    compares(asked, id, root, ripgrep, what);
                }
            }
            known.forEach(index::drop);
        }
        all.assertAll();
        assertThat(cases).extracting(RipgrepCase::name).doesNotHaveDuplicates().hasSize(CASES);
        assertThat(engines).containsKeys("index", "ripgrep");
        LoggerFactory.getLogger(getClass()).info("{} of ripgrep's tests, answered by {}", CASES, engines);
    }

    private void refuses(RipgrepCase.Search asked, WorkspaceId id, String what) {
        assertThatThrownBy(() -> post(asked, id, String.class))
                .as(what)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isIn(Problem.BAD_PATTERN, Problem.BAD_REQUEST));
    }

    private void compares(RipgrepCase.Search asked, WorkspaceId id, Path root, RipgrepBinary ripgrep, String what) {
        if (asked.paths() != null) {
            PathResult found = post(asked, id, PathResult.class);
            engines.merge(found.engine(), 1, Integer::sum);
            all.assertThat(asked.asked(found.paths())).as(what).isEqualTo(asked.answer());
            return;
        }
        SearchResult found = post(asked, id, SearchResult.class);
        engines.merge(found.engine(), 1, Integer::sum);
        all.assertThat(asked.asked(RipgrepReference.flatten(found.files())))
                .as(what)
                .isEqualTo(asked.answer());
        all.assertThat(found.complete()).as(what).isTrue();
        all.assertThat(found.matchedLines())
                .as(what)
                .isEqualTo(
                        found.files().stream().mapToLong(FileMatches::matched).sum());
        all.assertThat(found.files()).as(what).hasSize((int) found.matchedFiles());
        all.assertThat(found.files().stream().map(FileMatches::path)).as(what).isSortedAccordingTo(PathOrder::compare);
        boolean fifteen = !ripgrep.version().startsWith("14.");
        if (asked.search() != null && fifteen) {
            TextQuery query = QUERIES.readValue(asked.body(id));
            all.assertThat(asked.asked(RipgrepReference.lines(ripgrep, root, query)))
                    .as("ripgrep, %s", what)
                    .isEqualTo(asked.answer());
        }
    }

    private <T> T post(RipgrepCase.Search asked, WorkspaceId id, Class<T> type) {
        return rest.post()
                .uri(asked.uri())
                .contentType(MediaType.APPLICATION_JSON)
                .body(asked.body(id).toString())
                .retrieve()
                .body(type);
    }
}
