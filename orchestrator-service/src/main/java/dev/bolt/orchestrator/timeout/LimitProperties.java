package dev.bolt.orchestrator.timeout;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many calls of each tool run at once; more wait for as long as their timeout. The defaults are the tuning guide's.
 *
 * @param semanticSearch calls of semantic search, 1 to 64
 * @param patternSearch calls of exact search, 1 to 64
 * @param codeAnalysis calls for symbols and findings, 1 to 64
 * @param dependencyCheck calls for dependencies and impact, 1 to 64
 * @param optimization calls of an attached language model, 1 to 64
 * @param generic calls of everything else, 1 to 64
 */
@Validated
@ConfigurationProperties("bolt.orchestrator.limit")
public record LimitProperties(
        @Min(1) @Max(64) @DefaultValue("3") int semanticSearch,
        @Min(1) @Max(64) @DefaultValue("4") int patternSearch,
        @Min(1) @Max(64) @DefaultValue("2") int codeAnalysis,
        @Min(1) @Max(64) @DefaultValue("1") int dependencyCheck,
        @Min(1) @Max(64) @DefaultValue("2") int optimization,
        @Min(1) @Max(64) @DefaultValue("4") int generic) {
    /** The defaults. */
    public static LimitProperties defaults() {
        return new LimitProperties(3, 4, 2, 1, 2, 4);
    }

    /** Calls of the tool at once. */
    int of(Tool tool) {
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
