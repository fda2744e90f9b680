package dev.bolt.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.solve.Coverage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The ledger keeps answers that an earlier Bolt gave; whoever asks for one can read it. */
class EarlierAnswerTest {
    @Test
    void isReadWithoutWhatIsSaidSince() {
        String earlier = "{\"files\":2,\"skipped\":1,\"embeddedShare\":0.5}";
        assertThat(new JsonMapper().readValue(earlier, Coverage.class))
                .isEqualTo(new Coverage(2, 1, Map.of(), 0.5, null, null));
    }
}
