package dev.bolt.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.solve.SolveState;
import dev.bolt.cli.console.Palette;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTextTest {
    private static final Instant AT = Instant.parse("2026-01-01T10:00:00Z");

    @Test
    void listsTheNewestWithLongQuestionsShortened() {
        var long2 = "why  is\nthis " + "very ".repeat(30) + "slow";
        assertThat(text(
                        solve("s1", "where are totals?", SolveState.COMPLETE, 250),
                        solve("s2", long2, SolveState.RUNNING, -1)))
                .isEqualTo("""
                asked                state     took    workspace  id  question
                2026-01-01 10:00:00  complete  250 ms  shop       s1  where are totals?
                2026-01-01 10:00:00  running           shop       s2  why is this very very very very very very very very very very very ve…
                """);
    }

    @Test
    void saysThatNothingFits() {
        assertThat(text()).isEqualTo("Nothing was asked that fits.\n");
    }

    private static String text(Solve... solves) {
        return new HistoryText(Palette.PLAIN, ZoneOffset.UTC).render(List.of(solves));
    }

    private static Solve solve(String id, String question, SolveState state, long millis) {
        return new Solve(
                id,
                SolveRequest.of(new WorkspaceId("shop"), question),
                state,
                AT,
                millis < 0 ? null : AT.plusMillis(millis),
                null,
                List.of(),
                null);
    }
}
