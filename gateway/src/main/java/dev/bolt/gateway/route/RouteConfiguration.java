package dev.bolt.gateway.route;

import dev.bolt.platform.deadline.HangUpFilter;
import dev.bolt.platform.secret.InternalSecret;
import java.net.http.HttpClient;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.JdkHttpClientBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Puts the routes together. Addresses are those of the HTTP service groups, as in every other service. */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {
    @Bean
    RouterFunction<ServerResponse> routes(Environment environment, RouteProperties properties) {
        return new Routes(
                        service -> environment.getRequiredProperty(
                                "spring.http.serviceclient.%s.base-url".formatted(service)),
                        service -> new Journey(service, properties.timeout()))
                .all();
    }

    /** The thread does nothing but wait for a service, which learns by the end of its connection that nobody does. */
    @Bean
    HangUpFilter hangUpFilter() {
        return new HangUpFilter(true);
    }

    @Bean
    ServiceHeaders serviceHeaders(InternalSecret secret) {
        return new ServiceHeaders(secret);
    }

    @Bean
    ClientHttpRequestFactory routeRequestFactory(
            ClientHttpRequestFactoryBuilder<?> builder, HttpClientSettings settings, RouteProperties properties) {
        HttpClient endless = new JdkHttpClientBuilder()
                .withCustomizer(client -> client.version(HttpClient.Version.HTTP_1_1))
                .build(settings.withReadTimeout(null));
        return new RouteRequestFactory(
                builder.build(settings.withReadTimeout(properties.timeout())),
                new JdkClientHttpRequestFactory(endless));
    }
}
