package dev.bolt.gateway.route;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the way to the services.
 *
 * @param timeout longest that a service may take to answer, from 1 ms; then the caller gets 504. Event streams must
 *     begin within it and may then last. The default leaves room for the longest solve (300 s).
 */
@Validated
@ConfigurationProperties("bolt.gateway.route")
record RouteProperties(
        @NotNull @DurationMin(millis = 1) @DefaultValue("330s")
        Duration timeout) {}
