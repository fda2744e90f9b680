package dev.bolt.search.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.search.TextQuery;
import dev.bolt.api.search.TextQueryBuilder;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryPlanTest {
    @Test
    void leavesToRipgrepWhereItForgetsTheMaximum() {
        assertThatThrownBy(() -> QueryPlan.of(inverted("x\\z").afterContext(1).build()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.UNSUPPORTED_OPTION));
        assertThat(QueryPlan.of(inverted("x\\z").build()).wholeFiles()).isTrue();
        assertThat(QueryPlan.of(inverted("x").afterContext(1).build()).wholeFiles())
                .isTrue();
    }

    private static TextQueryBuilder inverted(String pattern) {
        return TextQuery.of(new WorkspaceId("x"), List.of(pattern))
                .invertMatch(true)
                .maxCount(1);
    }
}
