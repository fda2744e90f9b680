package dev.bolt.orchestrator.queue;

import dev.bolt.api.solve.Priority;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How solves wait. The defaults are the tuning guide's.
 *
 * @param size solves that may wait, 10 to 100,000; a tenth of the places is kept for CRITICAL; one that finds no place
 *     gets 429
 * @param criticalRun so many CRITICAL ones go in a row while others wait, 1 to 1000
 * @param highWeight share of HIGH against NORMAL and LOW, 0.01 to 1
 * @param normalWeight share of NORMAL, 0.01 to 1
 * @param lowWeight share of LOW, 0.01 to 1
 * @param criticalWait longest wait that is promised to CRITICAL, from 1 ms; a solve that would wait longer gets 429,
 *     one that did wait longer ends as FAILED
 * @param highWait the same for HIGH
 * @param normalWait the same for NORMAL
 * @param lowWait the same for LOW
 */
@Validated
@ConfigurationProperties("bolt.orchestrator.queue")
public record QueueProperties(
        @Min(10) @Max(100_000) @DefaultValue("1000") int size,
        @Min(1) @Max(1000) @DefaultValue("4") int criticalRun,

        @DecimalMin("0.01") @DecimalMax("1") @DefaultValue("0.8")
        double highWeight,

        @DecimalMin("0.01") @DecimalMax("1") @DefaultValue("0.6")
        double normalWeight,

        @DecimalMin("0.01") @DecimalMax("1") @DefaultValue("0.4")
        double lowWeight,

        @NotNull @DurationMin(millis = 1) @DefaultValue("300s")
        Duration criticalWait,

        @NotNull @DurationMin(millis = 1) @DefaultValue("180s")
        Duration highWait,

        @NotNull @DurationMin(millis = 1) @DefaultValue("120s")
        Duration normalWait,

        @NotNull @DurationMin(millis = 1) @DefaultValue("60s")
        Duration lowWait) {
    /** The defaults. */
    public static QueueProperties defaults() {
        return new QueueProperties(
                1000,
                4,
                0.8,
                0.6,
                0.4,
                Duration.ofSeconds(300),
                Duration.ofSeconds(180),
                Duration.ofSeconds(120),
                Duration.ofSeconds(60));
    }

    /** Longest wait that is promised. */
    public Duration wait(Priority priority) {
        return switch (priority) {
            case CRITICAL -> criticalWait;
            case HIGH -> highWait;
            case NORMAL -> normalWait;
            case LOW -> lowWait;
        };
    }

    double weight(Priority priority) {
        return switch (priority) {
            case CRITICAL -> 1;
            case HIGH -> highWeight;
            case NORMAL -> normalWeight;
            case LOW -> lowWeight;
        };
    }

    /** Places that are kept for CRITICAL. */
    int reserved() {
        return size / 10;
    }
}
