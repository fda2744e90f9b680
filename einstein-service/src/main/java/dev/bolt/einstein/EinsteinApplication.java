package dev.bolt.einstein;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Einstein: search by meaning and by words. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EinsteinApplication {
    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(EinsteinApplication.class, args);
    }
}
