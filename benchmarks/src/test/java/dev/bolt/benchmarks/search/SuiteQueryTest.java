package dev.bolt.benchmarks.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.search.TextQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuiteQueryTest {
    @Test
    void asksBothTheSame() throws Exception {
        List<SuiteQuery> all = SuiteQuery.all("linux");
        assertThat(all).hasSize(32);
        SuiteQuery globbed = all.get(28);
        assertThat(globbed.command()).containsSequence("-g", "*.h", "-e", "task_struct");
        TextQuery query = globbed.query(new WorkspaceId("x"));
        assertThat(query.globs()).containsExactly("*.h");
        assertThat(query.patterns()).containsExactly("task_struct");
        assertThat(all.get(11).query(new WorkspaceId("x")).caseMode()).isNotNull();
    }
}
