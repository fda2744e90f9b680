package dev.bolt.einstein.pause;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * When vectors are not made in the background. Questions still embed their best candidates.
 *
 * @param battery whether to wait while the machine runs on its battery (Linux, macOS)
 * @param memory wait with less memory available than this (Linux), or under the system's own memory pressure (macOS);
 *     0B for never
 * @param again until it looks again, 10 ms to 10 min
 */
@Validated
@ConfigurationProperties("bolt.einstein.pause")
public record PauseProperties(
        @DefaultValue("true") boolean battery,
        @DefaultValue("256MB") DataSize memory,
        @DefaultValue("5s") Duration again) {
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** @throws IllegalArgumentException if a value is out of its range */
    public PauseProperties {
        if (memory.isNegative()) {
            throw new IllegalArgumentException("memory must not be negative: " + memory);
        }
        if (again.compareTo(SHORTEST) < 0 || again.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("again must be 10ms to 10m, not " + again);
        }
    }
}
