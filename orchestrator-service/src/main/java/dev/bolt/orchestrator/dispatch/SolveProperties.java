package dev.bolt.orchestrator.dispatch;

import dev.bolt.api.solve.Priority;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of solves. The times are the tuning guide's.
 *
 * @param concurrent solves that run at once, 1 to 64; more wait their turn
 * @param retain ended solves kept in the ledger, 1 to 1,000,000; older ones are deleted
 * @param criticalTimeout time to run of a CRITICAL solve that names none, from 1 ms; then it ends with what there is
 * @param highTimeout the same for HIGH
 * @param normalTimeout the same for NORMAL
 * @param lowTimeout the same for LOW
 */
@Validated
@ConfigurationProperties("bolt.orchestrator.solve")
public record SolveProperties(
        @Min(1) @Max(64) @DefaultValue("8") int concurrent,
        @Min(1) @Max(1_000_000) @DefaultValue("1000") int retain,

        @NotNull @DurationMin(millis = 1) @DefaultValue("300s")
        Duration criticalTimeout,

        @NotNull @DurationMin(millis = 1) @DefaultValue("180s")
        Duration highTimeout,

        @NotNull @DurationMin(millis = 1) @DefaultValue("120s")
        Duration normalTimeout,

        @NotNull @DurationMin(millis = 1) @DefaultValue("60s")
        Duration lowTimeout) {
    Duration timeout(Priority priority) {
        return switch (priority) {
            case CRITICAL -> criticalTimeout;
            case HIGH -> highTimeout;
            case NORMAL -> normalTimeout;
            case LOW -> lowTimeout;
        };
    }
}
