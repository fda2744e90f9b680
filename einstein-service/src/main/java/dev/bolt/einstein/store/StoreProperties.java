package dev.bolt.einstein.store;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What DuckDB may take.
 *
 * @param memoryLimit native memory, at least 64 MB; its default would be 80 % of the machine
 * @param threads its own threads, 1 to 64
 * @param maxTemp disk for sorts that do not fit into memory, 0 for none
 * @param longest that one call may last before it is ended, from 1 ms; a request's own deadline ends it earlier
 */
@Validated
@ConfigurationProperties("bolt.einstein.store")
public record StoreProperties(
        @DefaultValue("256MB") DataSize memoryLimit,
        @Min(1) @Max(64) @DefaultValue("1") int threads,
        @DefaultValue("1GB") DataSize maxTemp,

        @NotNull @DurationMin(millis = 1) @DefaultValue("5m")
        Duration longest) {
    /** @throws IllegalArgumentException if the memory is below 64 MB */
    public StoreProperties {
        if (memoryLimit.toMegabytes() < 64) {
            throw new IllegalArgumentException("memory-limit must be at least 64MB, not " + memoryLimit);
        }
    }

    String memoryLimitWord() {
        return memoryLimit.toMegabytes() + "MiB";
    }

    String maxTempWord() {
        return maxTemp.toMegabytes() + "MiB";
    }
}
