package dev.bolt.platform.body;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of request bodies.
 *
 * @param max largest body that is read, in bytes, from 1 B; a larger one is answered with 413
 */
@Validated
@ConfigurationProperties("bolt.platform.body")
record BodyProperties(@NotNull @DefaultValue("1MB") DataSize max) {}
