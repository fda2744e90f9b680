package dev.bolt.analysis.finding;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Arrays;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the rules that count, and which rules are off.
 *
 * @param complexityThreshold cyclomatic complexity (radon's rules) up to which a function is quiet; at least 1
 * @param functionLines lines up to which a function is quiet; at least 1
 * @param parameters parameters, without {@code self} and {@code cls}, up to which a function is quiet; at least 0
 * @param classMethods methods up to which a class is quiet; at least 1
 * @param cognitiveThreshold cognitive complexity up to which a function is quiet; at least 1
 * @param nesting blocks inside each other up to which a function is quiet; at least 1
 * @param maintainability index of a file (radon's, 100 is best) from which on it is quiet; 0 to 100
 * @param disabled ids or families of rules that never speak
 */
@Validated
@ConfigurationProperties("bolt.analysis.finding")
public record FindingProperties(
        @Min(1) @DefaultValue("10") int complexityThreshold,
        @Min(1) @DefaultValue("100") int functionLines,
        @Min(0) @DefaultValue("7") int parameters,
        @Min(1) @DefaultValue("30") int classMethods,
        @Min(1) @DefaultValue("15") int cognitiveThreshold,
        @Min(1) @DefaultValue("5") int nesting,
        @Min(0) @Max(100) @DefaultValue("10") int maintainability,
        @DefaultValue Set<String> disabled) {
    /** @throws IllegalArgumentException if one of the disabled names is neither a rule nor a family */
    public FindingProperties {
        disabled = Set.copyOf(disabled);
        for (String name : disabled) {
            if (Arrays.stream(KnownRule.values())
                    .noneMatch(rule -> rule.id().equals(name) || rule.family().equals(name))) {
                throw new IllegalArgumentException("No rule or family of rules is called '%s'".formatted(name));
            }
        }
    }

    /** Whether the rule may speak. */
    public boolean enabled(KnownRule rule) {
        return !disabled.contains(rule.id()) && !disabled.contains(rule.family());
    }
}
