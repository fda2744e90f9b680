package dev.bolt.gateway.admit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
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
 */
@Validated
@ConfigurationProperties("bolt.gateway.admit")
record AdmitProperties(
        @NotNull @DefaultValue List<@NotBlank String> hosts,
        @Min(1) @Max(10_000) @DefaultValue("256") int atOnce) {
    AdmitProperties {
        hosts = List.copyOf(hosts);
    }
}
