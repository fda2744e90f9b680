package dev.bolt.platform.body;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a request's body may be: so large, inside the guard of the secret, so that strangers send nothing; and of known
 * properties alone. What a service is answered may have more: others may be newer.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(BodyProperties.class)
public final class BodyAutoConfiguration {
    private static final int AFTER_BOOTS_OWN = 1;

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
            BodyProperties properties, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var filter = new FilterRegistrationBean<>(new BodyLimitFilter(properties.max(), problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 200);
        return filter;
    }

    @Bean
    @Order(AFTER_BOOTS_OWN)
    ServerHttpMessageConvertersCustomizer knownProperties(JsonMapper json) {
        JsonMapper strict = json.rebuild().addHandler(new UnknownProperty()).build();
        return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(strict));
    }
}
