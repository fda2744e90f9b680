package dev.bolt.platform.home;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The home from the property {@code bolt.home}, the variable {@code BOLT_HOME}, or {@code ~/.bolt}. */
@AutoConfiguration
public final class HomeAutoConfiguration {
    @Bean
    BoltHome boltHome(Environment environment) {
        return BoltHome.of(environment);
    }
}
