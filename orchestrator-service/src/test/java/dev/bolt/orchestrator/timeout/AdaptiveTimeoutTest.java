package dev.bolt.orchestrator.timeout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdaptiveTimeoutTest {
    private final AdaptiveTimeout timeouts = new AdaptiveTimeout();

    @Test
    void growsWithComplexity() {
        assertThat(timeouts.of(Tool.SEMANTIC_SEARCH, 0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(timeouts.of(Tool.PATTERN_SEARCH, 10)).isEqualTo(Duration.ofSeconds(30));
        assertThat(timeouts.of(Tool.OPTIMIZATION, 5)).isEqualTo(Duration.ofSeconds(180));
    }

    @Test
    void stretchesWhereTheAverageIsNearTheBase() {
        timeouts.observe(Tool.CODE_ANALYSIS, Duration.ofSeconds(47));
        assertThat(timeouts.of(Tool.CODE_ANALYSIS, 0)).isEqualTo(Duration.ofSeconds(60));
        for (int i = 0; i < 50; i++) {
            timeouts.observe(Tool.CODE_ANALYSIS, Duration.ofSeconds(55));
        }
        assertThat(timeouts.of(Tool.CODE_ANALYSIS, 0)).isEqualTo(Duration.ofSeconds(90));
    }
}
