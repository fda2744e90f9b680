package dev.bolt.platform.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

/**
 * The user's settings: {@code bolt.yaml} in Bolt's home, read by every service at its start. The command line and the
 * environment come before it, a service's own defaults after it.
 */
public final class HomeSettings implements EnvironmentPostProcessor {
    static final String FILE = "bolt.yaml";

    /** @throws IllegalStateException if the file is there but cannot be read as YAML */
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Path file = BoltHome.of(environment).path().resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            for (PropertySource<?> source :
                    new YamlPropertySourceLoader().load(file.toString(), new FileSystemResource(file))) {
                environment
                        .getPropertySources()
                        .addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, source);
            }
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }
}
