package dev.bolt.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.index.IndexState;
import dev.bolt.orchestrator.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaveatsTest {
    private static final List<String> SERVICES = List.of("analysis", "einstein");

    @Test
    void isSilentWhenAllIsWell() {
        var indexes = List.of(Shop.index("einstein", IndexState.READY), Shop.index("analysis", IndexState.READY));
        assertThat(Caveats.of(indexes, SERVICES, false)).isNull();
    }

    @Test
    void namesEachThingThatTheAnswerLacks() {
        var indexes = List.of(Shop.index("einstein", IndexState.FAILED));
        assertThat(Caveats.of(indexes, SERVICES, true))
                .isEqualTo("einstein could not read the workspace: FAILED. analysis does not answer. "
                        + "Some steps failed or ran out of time; the trail of steps says which.");
    }
}
