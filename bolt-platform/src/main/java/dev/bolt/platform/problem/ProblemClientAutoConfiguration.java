package dev.bolt.platform.problem;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Problem documents in: every RestClient that Boot builds throws what its callee answered. */
@AutoConfiguration
public final class ProblemClientAutoConfiguration {
    @Bean
    RestClientCustomizer problemDecoding(JsonMapper json) {
        return client -> client.defaultStatusHandler(HttpStatusCode::isError, new ProblemDecoder(json));
    }

    @Bean
    RestClientHttpServiceGroupConfigurer unreachableServices() {
        return groups -> groups.forEachClient(
                (group, client) -> client.requestInterceptor(new UnreachableInterceptor(group.name())));
    }
}
