package dev.bolt.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.ripgrep.Ripgrep;
import dev.bolt.search.ripgrep.RipgrepBinary;
import dev.bolt.search.ripgrep.RipgrepProperties;
import dev.bolt.search.scan.Scan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scan beside the real ripgrep, over queries from a seed. */
class DifferentialTest {
    private static final long SEED = Long.getLong("bolt.fuzz.seed", 20_261_123);
    private static final int QUERIES = Integer.getInteger("bolt.fuzz.queries", 400);

    @TempDir
    Path root;

    private RipgrepBinary ripgrep;

    @BeforeEach
    void needsRipgrepAndATree() throws Exception {
        var found = RipgrepBinary.find(RipgrepProperties.defaults());
        assumeTrue(found.isPresent(), "no ripgrep 14 or newer on the PATH");
        ripgrep = found.get();
        SampleTree.in(root);
    }

    @Test
    void ourRipgrepGivesRipgrepsLines() throws Exception {
        var ours = new Ripgrep(ripgrep, RipgrepProperties.defaults());
        for (TextQuery query : Queries.all()) {
            assertThat(RipgrepReference.flatten(
                            ours.search(root, query, Deadline.NONE).files()))
                    .as("%s", query)
                    .isEqualTo(RipgrepReference.lines(ripgrep, root, query));
        }
    }

    @Test
    void theScanGivesRipgrepsLinesOrRefuses() {
        var random = new RandomQueries(SEED);
        var scan = new Scan();
        int refused = 0;
        int late = 0;
        for (int i = 0; i < QUERIES; i++) {
            TextQuery query = random.next();
            try {
                var found = scan.search(root, query, Deadline.after(Duration.ofSeconds(2)));
                if (!found.complete()) {
                    late++;
                    continue;
                }
                List<String> answered = RipgrepReference.flatten(found.files());
                List<String> expected = RipgrepReference.lines(ripgrep, root, query, answered);
                var missing = new ArrayList<>(expected);
                answered.forEach(missing::remove);
                var extra = new ArrayList<>(answered);
                expected.forEach(extra::remove);
                assertThat(missing)
                        .as("missing in query %d: %s, which has in excess %s", i, query, extra)
                        .isEmpty();
                assertThat(extra).as("in excess in query %d: %s", i, query).isEmpty();
            } catch (ProblemException e) {
                assertThat(e.problem())
                        .as("query %d: %s: %s", i, query, e.detail())
                        .isIn(Problem.UNSUPPORTED_OPTION, Problem.BAD_PATTERN);
                if (e.problem() == Problem.BAD_PATTERN) {
                    assertThat(RipgrepReference.lines(ripgrep, root, query))
                            .as("query %d: %s: %s", i, query, e.detail())
                            .isEmpty();
                }
                refused++;
            }
        }
        assertThat(refused + late).isLessThan(QUERIES / 8);
        org.slf4j.LoggerFactory.getLogger(getClass())
                .info("{} compared, {} refused, {} late", QUERIES - refused - late, refused, late);
    }
}
