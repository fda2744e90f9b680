package dev.bolt.analysis.finding;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the rules that count.
 *
 * @param complexityThreshold cyclomatic complexity (radon's rules) up to which a function is quiet; at least 1
 * @param functionLines lines up to which a function is quiet; at least 1
 * @param parameters parameters, without {@code self} and {@code cls}, up to which a function is quiet; at least 0
 * @param classMethods methods up to which a class is quiet; at least 1
 */
@Validated
@ConfigurationProperties("bolt.analysis.finding")
public record FindingProperties(
        @Min(1) @DefaultValue("10") int complexityThreshold,
        @Min(1) @DefaultValue("100") int functionLines,
        @Min(0) @DefaultValue("7") int parameters,
        @Min(1) @DefaultValue("30") int classMethods) {}
