package dev.bolt.gateway.admit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the door.
 *
 * @param hosts names without a port, beside the loopback ones, under which this gateway may be asked; none by default.
 *     Each is a name that a web page elsewhere could be served from: add only names that you own.
 * @param atOnce requests that are under way at once, event streams among them; others are refused with 429. Each takes
 *     some 100 KB
 * @param holdRefusal how long the gateway itself refuses new solves of a priority after the queue refused one, but for
 *     one each time to see whether there is room again; 0ms to 10s, 0ms to ask the queue for each
 */
@Validated
@ConfigurationProperties("bolt.gateway.admit")
record AdmitProperties(
        @NotNull @DefaultValue List<@NotBlank String> hosts,
        @Min(1) @Max(10_000) @DefaultValue("256") int atOnce,

        @NotNull @DurationMin(millis = 0) @DurationMax(seconds = 10) @DefaultValue("250ms")
        Duration holdRefusal) {
    AdmitProperties {
        hosts = List.copyOf(hosts);
    }
}
