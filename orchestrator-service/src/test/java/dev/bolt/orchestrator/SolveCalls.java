package dev.bolt.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveApi;
import dev.bolt.api.solve.Step;
import dev.bolt.api.vitals.StatusApi;
import dev.bolt.api.workspace.WorkspaceApi;
import dev.bolt.api.workspace.WorkspaceRegistration;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.platform.secret.InternalSecret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Calls a service that runs, as its callers do, beside siblings that are what a test wants them to be. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
abstract class SolveCalls {
    static final String QUESTION = "who uses `Cart.total`?";
    static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path home;

    @TempDir
    static Path root;

    static Sibling search;
    static Sibling einstein;
    static Sibling analysis;

    @LocalServerPort
    int port;

    @Autowired
    RestClient.Builder builder;

    @Autowired
    InternalSecret secret;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        search = new Sibling("search");
        einstein = new Sibling("einstein");
        analysis = new Sibling("analysis");
        registry.add("bolt.home", home::toString);
        registry.add("spring.http.serviceclient.search.base-url", search::address);
        registry.add("spring.http.serviceclient.einstein.base-url", einstein::address);
        registry.add("spring.http.serviceclient.analysis.base-url", analysis::address);
    }

    @BeforeEach
    void begin() throws IOException {
        List.of(search, einstein, analysis).forEach(sibling -> {
            sibling.is(Sibling.Mood.WELL);
            sibling.asked.clear();
        });
        Shop.copyTo(root);
        workspaces().register(Shop.ID, new WorkspaceRegistration(root.toString()));
    }

    @AfterAll
    static void end() {
        List.of(search, einstein, analysis).forEach(Sibling::close);
    }

    Solve ended(Solve solve) {
        return await().atMost(PATIENCE)
                .until(() -> solves().get(solve.id()), now -> now.state().ended());
    }

    static Step step(Solve solve, String name) {
        return solve.steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static void fails(ThrowingCallable call, Problem problem, String field) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem()).isEqualTo(problem);
            assertThat(e.field()).isEqualTo(field);
        });
    }

    SolveApi solves() {
        return api(SolveApi.class);
    }

    WorkspaceApi workspaces() {
        return api(WorkspaceApi.class);
    }

    StatusApi status() {
        return api(StatusApi.class);
    }

    <T> T api(Class<T> type) {
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client()))
                .build()
                .createClient(type);
    }

    RestClient client() {
        return builder.clone()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeader(InternalSecret.HEADER, secret.value())
                .build();
    }
}
