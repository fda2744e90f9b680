package dev.bolt.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LayeredTest {
    @Test
    void hasWhatAPlainMapHasAfterAnyChanges() {
        var random = new Random(7);
        var plain = new HashMap<>(Map.of(1, "a", 2, "b"));
        Layered<Integer, String> layered = Layered.of(new HashMap<>(plain));
        for (int step = 0; step < 400; step++) {
            Layered<Integer, String> before = layered;
            var was = new HashMap<>(plain);
            var changes = new HashMap<Integer, @Nullable String>();
            for (int i = 0; i < 5; i++) {
                changes.put(random.nextInt(600), random.nextInt(3) == 0 ? null : "v" + step);
            }
            layered = layered.with(changes);
            changes.forEach((key, value) -> {
                if (value == null) {
                    plain.remove(key);
                } else {
                    plain.put(key, value);
                }
            });
            for (int key = 0; key < 600; key++) {
                assertThat(layered.get(key)).isEqualTo(plain.get(key));
                assertThat(layered.has(key)).isEqualTo(plain.containsKey(key));
                assertThat(before.get(key)).as("the version before stays").isEqualTo(was.get(key));
            }
        }
    }
}
