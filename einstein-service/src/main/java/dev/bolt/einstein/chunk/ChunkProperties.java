package dev.bolt.einstein.chunk;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How files are cut. A change shows at the next build of files that change.
 *
 * @param windowLines lines of a window, 10 to 400; longer ones say more and blur more
 * @param overlapLines lines that neighbouring windows share, 0 to 200, fewer than the window has
 * @param longDefinitionLines a definition with more lines is cut into windows, its inner definitions standing by
 *     themselves; 20 to 2000
 */
@Validated
@ConfigurationProperties("bolt.einstein.chunk")
public record ChunkProperties(
        @Min(10) @Max(400) @DefaultValue("40") int windowLines,
        @Min(0) @Max(200) @DefaultValue("10") int overlapLines,
        @Min(20) @Max(2000) @DefaultValue("80") int longDefinitionLines) {
    /** @throws IllegalArgumentException if windows would not advance */
    public ChunkProperties {
        if (overlapLines >= windowLines) {
            throw new IllegalArgumentException(
                    "overlap-lines (%d) must be less than window-lines (%d)".formatted(overlapLines, windowLines));
        }
    }
}
