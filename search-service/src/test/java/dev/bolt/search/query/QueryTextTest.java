package dev.bolt.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;

class QueryTextTest {
    @Test
    void letsAnyTextPass() {
        assertThatCode(() -> QueryText.check(query("a\\x00\n💀\uFFFD--pre=x"))).doesNotThrowAnyException();
    }

    @Test
    void refusesANulAndHalfACharacter() {
        for (String text : new String[] {"a\0b", "\uD83D", "x\uDC80"}) {
            assertThatThrownBy(() -> QueryText.check(query(text))).isInstanceOfSatisfying(ProblemException.class, e -> {
                assertThat(e.problem()).isEqualTo(Problem.BAD_PATTERN);
                assertThat(e.field()).isEqualTo("patterns");
            });
        }
    }

    private static TextQuery query(String pattern) {
        return TextQuery.regex(new WorkspaceId("w"), pattern, 0);
    }
}
