package dev.bolt.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.vitals.BoltStatus;
import dev.bolt.api.vitals.ServiceStatus;
import dev.bolt.cli.process.Doctor.Check;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimilarityTest {
    private static final String MEASURED = "cpu, float32: 14.1 ms for 1000 x 1000 of 384 dimensions";

    @Test
    void tellsWhatEinsteinMeasured() {
        assertThat(Similarity.of(Optional.of(status("up", Map.of("product", MEASURED)))))
                .isEqualTo(new Check("similarity", true, MEASURED));
    }

    @Test
    void saysThatEinsteinIsDown() {
        assertThat(Similarity.of(Optional.empty()).told()).contains("einstein is down", "bolt up");
        assertThat(Similarity.of(Optional.of(status("down", Map.of()))).told()).contains("einstein is down");
        assertThat(Similarity.of(Optional.of(new BoltStatus(List.of(), List.of(), 0, List.of())))
                        .told())
                .contains("einstein is down");
    }

    @Test
    void saysThatAnOlderEinsteinDoesNotTell() {
        assertThat(Similarity.of(Optional.of(status("up", Map.of()))).told()).contains("not told");
    }

    private static BoltStatus status(String state, Map<String, String> details) {
        var search = new ServiceStatus("search", "up", 1, 1, 1, Map.of("product", "nothing of it"));
        var einstein = new ServiceStatus("einstein", state, 2, 1, 1, details);
        return new BoltStatus(List.of(search, einstein), List.of(), 0, List.of());
    }
}
