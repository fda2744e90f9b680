package dev.bolt.orchestrator.timeout;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the calls of each tool may take. The defaults are the tuning guide's.
 *
 * @param mode {@code adaptive}: the guide's rule until 50 calls were observed, then three times their 95th percentile;
 *     {@code seed}: the guide's rule alone
 * @param floor no adapted timeout is shorter, from 1 ms
 * @param semanticSearch base of semantic search, from 1 ms
 * @param patternSearch base of exact search, from 1 ms
 * @param codeAnalysis base of symbols and findings, from 1 ms
 * @param dependencyCheck base of dependencies and impact, from 1 ms
 * @param optimization base of an attached language model, from 1 ms
 * @param generic base of everything else, from 1 ms
 */
@Validated
@ConfigurationProperties("bolt.orchestrator.timeout")
public record TimeoutProperties(
        @NotNull @DefaultValue("adaptive") Mode mode,

        @NotNull @DurationMin(millis = 1) @DefaultValue("2s")
        Duration floor,

        @NotNull @DurationMin(millis = 1) @DefaultValue("30s")
        Duration semanticSearch,

        @NotNull @DurationMin(millis = 1) @DefaultValue("15s")
        Duration patternSearch,

        @NotNull @DurationMin(millis = 1) @DefaultValue("60s")
        Duration codeAnalysis,

        @NotNull @DurationMin(millis = 1) @DefaultValue("45s")
        Duration dependencyCheck,

        @NotNull @DurationMin(millis = 1) @DefaultValue("120s")
        Duration optimization,

        @NotNull @DurationMin(millis = 1) @DefaultValue("30s")
        Duration generic) {
    /** Which rule decides. */
    public enum Mode {
        /** The guide's rule. */
        SEED,
        /** What was observed, once there is enough of it. */
        ADAPTIVE
    }

    /** The defaults. */
    public static TimeoutProperties defaults() {
        return new TimeoutProperties(
                Mode.ADAPTIVE,
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                Duration.ofSeconds(45),
                Duration.ofSeconds(120),
                Duration.ofSeconds(30));
    }

    /** What a call of no complexity is given before anything was observed. */
    Duration base(Tool tool) {
        return switch (tool) {
            case SEMANTIC_SEARCH -> semanticSearch;
            case PATTERN_SEARCH -> patternSearch;
            case CODE_ANALYSIS -> codeAnalysis;
            case DEPENDENCY_CHECK -> dependencyCheck;
            case OPTIMIZATION -> optimization;
            case GENERIC -> generic;
        };
    }
}
