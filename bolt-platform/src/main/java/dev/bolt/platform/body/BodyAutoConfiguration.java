package dev.bolt.platform.body;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The bound on request bodies; inside the guard of the secret, so that strangers send nothing. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(BodyProperties.class)
public final class BodyAutoConfiguration {
    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
            BodyProperties properties, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var filter = new FilterRegistrationBean<>(new BodyLimitFilter(properties.max(), problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 200);
        return filter;
    }
}
