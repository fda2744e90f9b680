package dev.bolt.orchestrator;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Turns questions into steps, runs them on agents, and keeps what became of them. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class OrchestratorApplication {
    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(OrchestratorApplication.class, arguments);
    }
}
