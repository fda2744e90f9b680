package dev.bolt.gateway.route;

import dev.bolt.platform.deadline.HangUpFilter;
import dev.bolt.platform.secret.InternalSecret;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
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

    /** As many connections to services as there may be to clients: each of those waits for one at most. */
    @Bean
    CloseableHttpClient serviceClient(HttpClientSettings settings, Environment environment) {
        return ServiceClients.of(
                settings.connectTimeout(),
                environment.getProperty("server.tomcat.max-connections", Integer.class, 8192));
    }

    @Bean
    RouteRequestFactory routeRequestFactory(CloseableHttpClient serviceClient, RouteProperties properties) {
        return new RouteRequestFactory(serviceClient, properties.timeout());
    }
}
