package dev.bolt.orchestrator.dispatch;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of solves.
 *
 * @param retain ended solves kept in the ledger, 1 to 1,000,000; older ones are deleted
 */
@Validated
@ConfigurationProperties("bolt.orchestrator.solve")
public record SolveProperties(
        @Min(1) @Max(1_000_000) @DefaultValue("1000") int retain) {}
