package dev.bolt.gateway.admit;

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
 */
@Validated
@ConfigurationProperties("bolt.gateway.admit")
record AdmitProperties(@NotNull @DefaultValue List<@NotBlank String> hosts) {
    AdmitProperties {
        hosts = List.copyOf(hosts);
    }
}
