package dev.bolt.platform.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.platform.secret.InternalSecret;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = UnknownPropertyTest.Service.class)
class UnknownPropertyTest {
    record Order(String name, int size, @Nullable List<Part> parts) {}

    record Part(int number) {}

    @RestController
    static class OrderController {
        @PostMapping("/orders")
        Order order(@RequestBody Order order) {
            return order;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(OrderController.class)
    static class Service {}

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry registry) {
        registry.add("bolt.home", home::toString);
    }

    @LocalServerPort
    int port;

    @Autowired
    RestClient.Builder client;

    @Autowired
    InternalSecret secret;

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "{'name':'a','sise':3} | sise | sise is not known here; known are name, parts, size",
                "{'sise':'','name':'a'} | sise | sise is not known here; known are name, parts, size",
                "{'name':'a','parts':[{'number':1},{'no':[]}]} | parts[1].no | parts[1].no is not known here; known are number",
            })
    void isRefusedByNameWithThoseThatAreKnown(String body, String field, String detail) {
        assertThatThrownBy(() -> post(body, Order.class)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem()).isEqualTo(Problem.BAD_REQUEST);
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.detail()).isEqualTo(detail);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "false", "0"})
    void passesIfItAsksForNothing(String value) {
        assertThat(post("{'name':'a','newer':" + value + "}", Order.class)).isEqualTo(new Order("a", 0, null));
    }

    @Test
    void isIgnoredInAnAnswer() {
        assertThat(post("{'name':'a','parts':[{'number':1}]}", Part.class)).isEqualTo(new Part(0));
    }

    private <T> T post(String body, Class<T> answer) {
        return client.clone()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeader(InternalSecret.HEADER, secret.value())
                .build()
                .post()
                .uri("/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.replace('\'', '"'))
                .retrieve()
                .body(answer);
    }
}
