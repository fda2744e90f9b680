package dev.bolt.einstein.lexical;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How words are indexed.
 *
 * @param buffer heap that one build may fill before it writes a segment, 1 MB to 512 MB; more makes fewer segments
 * @param depth hits of each kind that are looked at to rank files, 100 to 10,000; more finds files whose parts each
 *     match a little
 */
@Validated
@ConfigurationProperties("bolt.einstein.lexical")
public record LexicalProperties(
        @DefaultValue("32MB") DataSize buffer,
        @Min(100) @Max(10_000) @DefaultValue("1000") int depth) {
    /** @throws IllegalArgumentException if the buffer is out of its range */
    public LexicalProperties {
        if (buffer.toMegabytes() < 1 || buffer.toMegabytes() > 512) {
            throw new IllegalArgumentException("buffer must be 1MB to 512MB, not " + buffer);
        }
    }

    double bufferMegabytes() {
        return buffer.toBytes() / (1024.0 * 1024.0);
    }
}
