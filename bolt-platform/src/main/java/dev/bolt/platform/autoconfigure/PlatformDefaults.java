package dev.bolt.platform.autoconfigure;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** What every service starts from; anything the service, its command line or its environment says comes first. */
final class PlatformDefaults implements EnvironmentPostProcessor {
    static final String NAME = "boltDefaults";

    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("server.address", "127.0.0.1"),
            Map.entry("server.shutdown", "graceful"),
            Map.entry("server.max-http-request-header-size", "16KB"),
            Map.entry("server.tomcat.connection-timeout", "20s"),
            Map.entry("server.tomcat.accept-count", "1024"), // of 100, what comes at once is turned away by the kernel
            Map.entry("server.tomcat.max-keep-alive-requests", "-1"), // who asks all day need not connect anew
            Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "5s"),
            Map.entry("spring.threads.virtual.enabled", "true"),
            Map.entry("spring.main.banner-mode", "off"),
            Map.entry("spring.jackson.deserialization.fail-on-null-for-primitives", "false"),
            Map.entry("spring.jackson.deserialization.accept-float-as-int", "false"), // 1.5 is no number of lines
            Map.entry("spring.servlet.multipart.enabled", "false"),
            Map.entry("spring.http.clients.connect-timeout", "2s"),
            Map.entry("spring.http.clients.read-timeout", "330s"),
            Map.entry("spring.http.clients.redirects", "dont-follow"),
            Map.entry("management.endpoints.access.default", "none"),
            Map.entry("management.endpoint.health.access", "read-only"),
            Map.entry("management.endpoints.web.exposure.include", "health"),
            Map.entry("management.endpoints.web.discovery.enabled", "false"),
            Map.entry("management.endpoint.health.probes.enabled", "true"));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource(NAME, new HashMap<>(DEFAULTS)));
    }
}
