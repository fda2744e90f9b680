package dev.bolt.platform.secret;

import dev.bolt.platform.home.BoltHome;
import dev.bolt.platform.home.HomeAutoConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The internal secret: asked of callers, shown to the services of the HTTP service groups and to nobody else. */
@AutoConfiguration(after = HomeAutoConfiguration.class)
@EnableConfigurationProperties(SecretProperties.class)
public final class SecretAutoConfiguration {
    @Bean
    InternalSecret internalSecret(BoltHome home) {
        return InternalSecret.of(home);
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @ConditionalOnBooleanProperty(name = "bolt.platform.secret.required", matchIfMissing = true)
    FilterRegistrationBean<SecretFilter> secretFilter(
            InternalSecret secret,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            Environment environment) {
        String service = environment.getProperty("spring.application.name", "bolt");
        var filter = new FilterRegistrationBean<>(new SecretFilter(service, secret, problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return filter;
    }

    @Bean
    RestClientHttpServiceGroupConfigurer secretOfServiceGroups(InternalSecret secret) {
        return groups ->
                groups.forEachClient((group, client) -> client.defaultHeader(InternalSecret.HEADER, secret.value())
                        .requestInterceptor(new StrangerInterceptor(group.name())));
    }
}
