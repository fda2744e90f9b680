package dev.bolt.platform.deadline;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JdkHttpClientBuilder;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The deadline in and out. */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration")
public final class DeadlineAutoConfiguration {
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(6);

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    FilterRegistrationBean<DeadlineFilter> deadlineFilter(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var filter = new FilterRegistrationBean<>(new DeadlineFilter(problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 300);
        return filter;
    }

    /** Where a service has none of its own. */
    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @ConditionalOnMissingBean
    HangUpFilter hangUpFilter() {
        return new HangUpFilter(false);
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    FilterRegistrationBean<HangUpFilter> hangUpFilterRegistration(HangUpFilter hangUps) {
        var filter = new FilterRegistrationBean<>(hangUps);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 310);
        return filter;
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    FilterRegistrationBean<CutFilter> cutFilter() {
        var filter = new FilterRegistrationBean<>(new CutFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 320);
        return filter;
    }

    @Bean
    RestClientCustomizer deadlineStamp() {
        return client -> client.requestInterceptor(new DeadlineInterceptor());
    }

    @Bean
    ClientHttpRequestFactoryBuilder<ClientHttpRequestFactory> deadlineRequestFactoryBuilder() {
        return settings -> {
            HttpClient client = new JdkHttpClientBuilder()
                    .withCustomizer(builder -> builder.version(HttpClient.Version.HTTP_1_1))
                    .build(settings == null ? null : settings.withReadTimeout(null));
            Duration readTimeout = settings == null ? null : settings.readTimeout();
            return new DeadlineRequestFactory(client, readTimeout == null ? LONGEST_ANSWER : readTimeout);
        };
    }
}
