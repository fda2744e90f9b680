package dev.bolt.platform.home;

import java.nio.file.Path;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The home from the property {@code bolt.home}, the variable {@code BOLT_HOME}, or {@code ~/.bolt}. */
@AutoConfiguration
public final class HomeAutoConfiguration {
    @Bean
    BoltHome boltHome(Environment environment) {
        String configured = environment.getProperty("bolt.home", "");
        return new BoltHome(
                configured.isBlank() ? Path.of(System.getProperty("user.home"), ".bolt") : Path.of(configured));
    }
}
