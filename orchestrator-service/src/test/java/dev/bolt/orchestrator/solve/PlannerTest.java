package dev.bolt.orchestrator.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
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

    @Test
    void refusesAPlanThatCannotBeCarriedOut() {
        StepPlan alone = StepPlan.of("a", List.of());
        assertThat(StepPlan.checked(List.of(StepPlan.of("b", List.of("a")), alone)))
                .hasSize(2);
        List<StepPlan> circle = List.of(alone, StepPlan.of("b", List.of("c")), StepPlan.of("c", List.of("a", "b")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StepPlan.checked(circle))
                .withMessageContaining("[b, c]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StepPlan.checked(List.of(StepPlan.of("b", List.of("nobody")))));
        assertThatIllegalArgumentException().isThrownBy(() -> StepPlan.checked(List.of(alone, alone)));
        List<StepPlan> nine = IntStream.range(0, 9)
                .mapToObj(i -> StepPlan.of("s" + i, List.of()))
                .toList();
        assertThatIllegalArgumentException().isThrownBy(() -> StepPlan.checked(nine));
    }
}
