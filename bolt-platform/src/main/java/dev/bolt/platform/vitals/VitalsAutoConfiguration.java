package dev.bolt.platform.vitals;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The status of this service under {@code /internal/status}. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public final class VitalsAutoConfiguration {
    @Bean
    ServiceStatusController serviceStatusController(Environment environment, ObjectProvider<StatusDetail> details) {
        String name = environment.getProperty("spring.application.name", "bolt");
        return new ServiceStatusController(name, details.orderedStream().toList());
    }
}
