package dev.bolt.orchestrator.timeout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.orchestrator.timeout.AdaptiveTimeout.Value;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveTimeoutTest {
    private final TimeoutProperties defaults = TimeoutProperties.defaults();
    private final AdaptiveTimeout timeouts = new AdaptiveTimeout(defaults);

    @Test
    void beginsWithTheGuidesRule() {
        assertThat(timeouts.of(Tool.SEMANTIC_SEARCH, 0)).isEqualTo(new Value(Duration.ofSeconds(30), "base", 0));
        assertThat(timeouts.of(Tool.PATTERN_SEARCH, 10).duration()).isEqualTo(Duration.ofSeconds(30));
        assertThat(timeouts.of(Tool.CODE_ANALYSIS, 0).duration()).isEqualTo(Duration.ofSeconds(60));
        assertThat(timeouts.of(Tool.DEPENDENCY_CHECK, 0).duration()).isEqualTo(Duration.ofSeconds(45));
        assertThat(timeouts.of(Tool.OPTIMIZATION, 5).duration()).isEqualTo(Duration.ofSeconds(180));
    }

    @Test
    void stretchesWhereTheAverageIsNearTheBase() {
        observe(Tool.CODE_ANALYSIS, 1, 47_000, false);
        assertThat(timeouts.of(Tool.CODE_ANALYSIS, 0).reason()).isEqualTo("base");
        observe(Tool.CODE_ANALYSIS, 48, 55_000, false);
        assertThat(timeouts.of(Tool.CODE_ANALYSIS, 0)).isEqualTo(new Value(Duration.ofSeconds(90), "slow", 49));
    }

    @Test
    void tightensToWhatWasObserved() {
        observe(Tool.SEMANTIC_SEARCH, AdaptiveTimeout.ENOUGH, 1500, false);
        assertThat(timeouts.of(Tool.SEMANTIC_SEARCH, 0)).isEqualTo(new Value(Duration.ofMillis(4500), "observed", 50));
        assertThat(timeouts.of(Tool.SEMANTIC_SEARCH, 10).duration()).isEqualTo(Duration.ofMillis(9000));
        assertThat(timeouts.of(Tool.PATTERN_SEARCH, 0).reason()).isEqualTo("base");
    }

    @Test
    void isNeverShorterThanTheFloorNorLongerThanTheCeiling() {
        observe(Tool.PATTERN_SEARCH, 100, 3, false);
        assertThat(timeouts.of(Tool.PATTERN_SEARCH, 0)).isEqualTo(new Value(Duration.ofSeconds(2), "floor", 100));
        observe(Tool.GENERIC, 100, 29_000, false);
        assertThat(timeouts.of(Tool.GENERIC, 0).duration()).isEqualTo(Duration.ofSeconds(87));
        observe(Tool.OPTIMIZATION, 100, 400_000, false);
        assertThat(timeouts.of(Tool.OPTIMIZATION, 0)).isEqualTo(new Value(Duration.ofSeconds(540), "ceiling", 100));
    }

    @Test
    void doublesWhileTooManyCallsRunOutOfTime() {
        observe(Tool.SEMANTIC_SEARCH, 90, 1000, false);
        observe(Tool.SEMANTIC_SEARCH, 10, 1000, true);
        assertThat(timeouts.of(Tool.SEMANTIC_SEARCH, 0)).isEqualTo(new Value(Duration.ofSeconds(6), "late", 100));
        observe(Tool.SEMANTIC_SEARCH, 100, 1000, false);
        assertThat(timeouts.of(Tool.SEMANTIC_SEARCH, 0).duration()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void countsHardQuestionsAsWhatTheyWouldTakeIfPlain() {
        for (int i = 0; i < 100; i++) {
            timeouts.observe(Tool.SEMANTIC_SEARCH, 10, Duration.ofSeconds(4), false);
        }
        assertThat(timeouts.of(Tool.SEMANTIC_SEARCH, 0).duration()).isEqualTo(Duration.ofSeconds(6));
    }

    /** Each setting has another value here; each tool begins with its own and sinks to the floor that was set. */
    @ParameterizedTest
    @EnumSource
    void beginsWithTheSettingOfTheToolAndSinksToTheFloorThatWasSet(Tool tool) {
        var settings = new TimeoutProperties(
                TimeoutProperties.Mode.ADAPTIVE,
                Duration.ofMillis(700),
                Duration.ofSeconds(11),
                Duration.ofSeconds(12),
                Duration.ofSeconds(13),
                Duration.ofSeconds(14),
                Duration.ofSeconds(15),
                Duration.ofSeconds(16));
        var set = new AdaptiveTimeout(settings);
        var seconds = List.of(
                        Tool.SEMANTIC_SEARCH,
                        Tool.PATTERN_SEARCH,
                        Tool.CODE_ANALYSIS,
                        Tool.DEPENDENCY_CHECK,
                        Tool.OPTIMIZATION,
                        Tool.GENERIC)
                .indexOf(tool);
        assertThat(set.of(tool, 0).duration()).isEqualTo(Duration.ofSeconds(11 + seconds));
        for (int i = 0; i < 100; i++) {
            set.observe(tool, 0, Duration.ofMillis(10), false);
        }
        assertThat(set.of(tool, 0).duration()).isEqualTo(Duration.ofMillis(700));
    }

    @Test
    void keepsToTheGuidesRuleWhereItIsToldTo() {
        var seed = new AdaptiveTimeout(new TimeoutProperties(
                TimeoutProperties.Mode.SEED,
                defaults.floor(),
                Duration.ofSeconds(7),
                defaults.patternSearch(),
                defaults.codeAnalysis(),
                defaults.dependencyCheck(),
                defaults.optimization(),
                defaults.generic()));
        for (int i = 0; i < 100; i++) {
            seed.observe(Tool.SEMANTIC_SEARCH, 0, Duration.ofMillis(10), false);
        }
        assertThat(seed.of(Tool.SEMANTIC_SEARCH, 0)).isEqualTo(new Value(Duration.ofSeconds(7), "base", 100));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void killsFewHealthyCallsWhileTheLoadChanges(long seed) {
        var random = new Random(seed);
        int killed = 0;
        for (int i = 0; i < 5000; i++) {
            double load = 1 + 5 * Math.pow(Math.sin(i / 400.0), 2);
            double millis = load * 800 * Math.exp(0.5 * random.nextGaussian());
            Duration given = timeouts.of(Tool.SEMANTIC_SEARCH, 0).duration();
            boolean late = millis > given.toMillis();
            killed += late ? 1 : 0;
            timeouts.observe(Tool.SEMANTIC_SEARCH, 0, late ? given : Duration.ofMillis((long) millis), late);
        }
        assertThat(killed).isLessThan(50);
    }

    private void observe(Tool tool, int times, long millis, boolean late) {
        for (int i = 0; i < times; i++) {
            timeouts.observe(tool, 0, Duration.ofMillis(millis), late);
        }
    }
}
