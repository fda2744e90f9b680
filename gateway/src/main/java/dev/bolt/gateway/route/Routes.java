package dev.bolt.gateway.route;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

import java.util.Arrays;
import java.util.function.Function;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Every public path and the service that answers it. What is not on this page cannot be reached; whether a method is
 * allowed on a path, the service itself says.
 */
final class Routes {
    private final Function<String, String> addressOf;
    private final Function<String, Journey> journeyTo;

    Routes(Function<String, String> addressOf, Function<String, Journey> journeyTo) {
        this.addressOf = addressOf;
        this.journeyTo = journeyTo;
    }

    RouterFunction<ServerResponse> all() {
        return to("orchestrator", "/v1/workspaces", "/v1/workspaces/{id}", "/v1/workspaces/{id}/events")
                .and(to(
                        "orchestrator",
                        "/v1/solves",
                        "/v1/solves/{id}",
                        "/v1/solves/{id}/events",
                        "/v1/solves/{id}/sarif"))
                .and(to("orchestrator", "/v1/status", "/v1/vitals", "/v1/budget", "/v1/alerts"))
                .and(to("search", "/v1/searches", "/v1/searches/files", "/v1/searches/paths", "/v1/searches/batch"))
                .and(to("einstein", "/v1/similarities", "/v1/similarities/batch"))
                .and(to("analysis", "/v1/workspaces/{id}/symbols"))
                .and(to("analysis", "/v1/workspaces/{id}/definitions", "/v1/workspaces/{id}/references"))
                .and(to("analysis", "/v1/workspaces/{id}/outline", "/v1/workspaces/{id}/hierarchy"))
                .and(to("analysis", "/v1/analyses", "/v1/rules", "/v1/dependencies", "/v1/cycles", "/v1/impact"))
                .and(to("analysis", "/v1/changes"))
                .and(to("analysis", "/v1/graphs", "/v1/chains", "/v1/contracts"));
    }

    private RouterFunction<ServerResponse> to(String service, String... paths) {
        RequestPredicate anyPath = Arrays.stream(paths)
                .map(RequestPredicates::path)
                .reduce(RequestPredicate::or)
                .orElseThrow();
        return GatewayRouterFunctions.route(service)
                .route(anyPath, http())
                .before(uri(addressOf.apply(service)))
                .filter(journeyTo.apply(service))
                .build();
    }
}
