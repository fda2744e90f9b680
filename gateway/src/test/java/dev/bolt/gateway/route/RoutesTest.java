package dev.bolt.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.gateway.PublicPaths;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.ServletRequestPathUtils;

class RoutesTest {
    private final RouterFunction<ServerResponse> routes =
            new Routes(service -> "http://127.0.0.1:1", service -> new Journey(service, Duration.ofSeconds(1))).all();

    @Test
    void leadToEveryPathThatTheContractsPromise() {
        List<String> promised = PublicPaths.promised();
        assertThat(promised).contains("/v1/searches/batch", "/v1/workspaces/{id}/outline", "/v1/graphs");
        assertThat(promised).allMatch(path -> leads(path.replace("{id}", "shop")));
    }

    @Test
    void leadNowhereElse() {
        assertThat(List.of("/v1", "/v1/searches/x", "/v2/searches", "/internal/indexes/shop"))
                .noneMatch(this::leads);
    }

    private boolean leads(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        ServletRequestPathUtils.parseAndCache(request);
        return routes.route(ServerRequest.create(request, List.of())).isPresent();
    }
}
