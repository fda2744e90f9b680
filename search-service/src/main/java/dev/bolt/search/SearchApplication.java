package dev.bolt.search;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Answers exact text searches of indexed workspaces. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SearchApplication {
    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(SearchApplication.class, arguments);
    }
}
