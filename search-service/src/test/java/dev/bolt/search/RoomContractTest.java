package dev.bolt.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.api.search.SearchResult;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.watch.TreeWatch;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What the room for indexes changes: how a search is answered, never what. */
class RoomContractTest {
    private static final TextQuery QUERY = TextQuery.regex(Queries.WORKSPACE, "send", 0);

    @Nested
    @TestPropertySource(properties = "bolt.search.index.memory-map=false")
    class WithoutACopy extends RunningService {
        @Test
        void readsCandidatesWhereTheyLieAndSaysSo() throws Exception {
            assumeTrue(TreeWatch.supported(), "the kernel tells no changes here");
            Path root = SampleTree.in(trees.resolve("in-place"));
            indexed(Queries.WORKSPACE, root);
            assertThat(index.status(Queries.WORKSPACE).message()).contains("read where they lie");
            SearchResult found = search.search(QUERY);
            assertThat(found.engine()).isEqualTo("index");
            assertThat(RipgrepReference.flatten(found.files()))
                    .isEqualTo(RipgrepReference.lines(ripgrep(), root, QUERY))
                    .isNotEmpty();
        }
    }

    @Nested
    @TestPropertySource(properties = "bolt.search.index.cache-size=1KB")
    class WithoutRoom extends RunningService {
        @Test
        void answersWithoutAnIndexAndSaysWhatToDo() throws Exception {
            assumeTrue(TreeWatch.supported(), "the kernel tells no changes here");
            Path root = SampleTree.in(trees.resolve("no-room"));
            indexed(Queries.WORKSPACE, root);
            SearchResult found = search.search(QUERY);
            assertThat(found.engine()).isNotEqualTo("index");
            assertThat(found.freshness().reason()).contains("bolt.search.index.cache-size");
            assertThat(RipgrepReference.flatten(found.files()))
                    .isEqualTo(RipgrepReference.lines(ripgrep(), root, QUERY))
                    .isNotEmpty();
        }
    }
}
