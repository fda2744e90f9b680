package dev.bolt.platform.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class HomeSettingsTest {
    @TempDir
    Path home;

    private final StandardEnvironment environment = new StandardEnvironment();

    @BeforeEach
    void commandLine() {
        Map<String, Object> arguments = Map.of("bolt.home", home.toString(), "bolt.said.twice", "command line");
        environment.getPropertySources().addFirst(new MapPropertySource("commandLineArgs", arguments));
        environment.getPropertySources().addLast(new MapPropertySource("application", Map.of("bolt.known", "default")));
    }

    @Test
    void readsTheFileBeforeTheDefaultsAndAfterTheCommandLine() throws IOException {
        Files.writeString(home.resolve("bolt.yaml"), "bolt:\n  known: file\n  said:\n    twice: file\n");
        read();
        assertThat(environment.getProperty("bolt.known")).isEqualTo("file");
        assertThat(environment.getProperty("bolt.said.twice")).isEqualTo("command line");
    }

    @Test
    void needsNoFile() {
        read();
        assertThat(environment.getProperty("bolt.known")).isEqualTo("default");
    }

    @Test
    void namesTheFileThatCannotBeRead() throws IOException {
        Files.writeString(home.resolve("bolt.yaml"), "bolt: [1,\n");
        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bolt.yaml cannot be read");
    }

    private void read() {
        new HomeSettings().postProcessEnvironment(environment, new SpringApplication());
    }
}
