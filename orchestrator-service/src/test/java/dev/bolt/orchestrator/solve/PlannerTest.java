package dev.bolt.orchestrator.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "where are totals rounded?",
                "fix `Cart.total` in shop/cart.py: \"wrong total shown\"",
                "File \"shop/cart.py\", line 3, in total\nValueError: not a number at all",
                "?"
            })
    void needsOnlyWhatComesBeforeAndAtMostEightSteps(String question) {
        List<StepPlan> plan = Planner.plan(Reader.read(question));
        assertThat(plan).hasSizeLessThanOrEqualTo(8);
        var before = new HashSet<String>();
        for (StepPlan step : plan) {
            assertThat(before).containsAll(step.needs());
            assertThat(before.add(step.name())).isTrue();
        }
        assertThat(before).contains("similar", "rank", "findings", "history");
    }

    @Test
    void asksOnlyForWhatTheQuestionNames() {
        assertThat(Planner.plan(Reader.read("where are totals rounded?")))
                .extracting(StepPlan::name)
                .doesNotContain("literals", "symbols");
        assertThat(Planner.plan(Reader.read("what does `round_total` in shop/cart.py do?")))
                .extracting(StepPlan::name)
                .contains("literals", "symbols");
    }
}
