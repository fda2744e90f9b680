package dev.bolt.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexStatus;
import dev.bolt.api.solve.Evidence;
import dev.bolt.api.solve.RankedFile;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveAnswer;
import dev.bolt.api.solve.SolveApi;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.solve.SolveState;
import dev.bolt.api.solve.Step;
import dev.bolt.api.solve.StepOutcome;
import dev.bolt.api.vitals.ServiceStatus;
import dev.bolt.api.vitals.StatusApi;
import dev.bolt.api.vitals.ToolStatus;
import dev.bolt.api.workspace.WorkspaceApi;
import dev.bolt.api.workspace.WorkspaceRegistration;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.platform.secret.InternalSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** The service as its callers see it, beside siblings that are well, dead, hung or confused. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OrchestratorContractTest {
    private static final String QUESTION = "who uses `Cart.total`?";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path home;

    @TempDir
    static Path root;

    private static final Sibling search = sibling("search");
    private static final Sibling einstein = sibling("einstein");
    private static final Sibling analysis = sibling("analysis");

    @LocalServerPort
    int port;

    @Autowired
    RestClient.Builder builder;

    @Autowired
    InternalSecret secret;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
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

    @Test
    void answersWithRankedEvidenceFindingsAndTheTrailOfItsSteps() {
        ResponseEntity<Solve> accepted = solves().submit(SolveRequest.of(Shop.ID, QUESTION), null);
        assertThat(accepted.getStatusCode().value()).isEqualTo(202);
        Solve first = accepted.getBody();
        assertThat(accepted.getHeaders().getLocation()).hasPath("/v1/solves/" + first.id());
        Solve solve = ended(first);

        assertThat(solve.state()).isEqualTo(SolveState.COMPLETE);
        assertThat(solve.problem()).isNull();
        assertThat(solve.steps()).extracting(Step::outcome).containsOnly(StepOutcome.OK);
        assertThat(solve.steps())
                .extracting(Step::name)
                .containsExactlyInAnyOrder(
                        "similar", "literals", "symbols", "rank", "findings", "dependencies", "impact", "history");
        SolveAnswer answer = solve.answer();
        assertThat(answer.files()).extracting(RankedFile::path).containsExactly("shop/cart.py", "shop/tax.py");
        assertThat(answer.files().getFirst().reasons()).contains("defines shop.cart.Cart.total");
        assertThat(answer.evidence())
                .extracting(Evidence::snippet)
                .first()
                .isEqualTo("    def total(self):\n        return 1");
        assertThat(answer.findings()).extracting("ruleId").contains("complexity.high");
        assertThat(answer.impact()).extracting("path").containsExactly("shop/till.py");
        assertThat(answer.related()).extracting("relation").contains("imports", "tests");
        assertThat(answer.summary())
                .isEqualTo(
                        "Best answered by Cart.total (shop/cart.py:2-3), then rate (shop/tax.py:1-2). 1 file imports them, 1 file depends on them in all.");
        assertThat(answer.confidence()).isGreaterThan(0.6);
        assertThat(answer.freshness()).isEqualTo(Shop.FRESH);
    }

    @Test
    void givesTheSameSolveForTheSameKeyAndRefusesTheKeyForAnother() {
        Solve first =
                solves().submit(SolveRequest.of(Shop.ID, QUESTION), "once").getBody();
        assertThat(solves().submit(SolveRequest.of(Shop.ID, QUESTION), "once")
                        .getBody()
                        .id())
                .isEqualTo(first.id());
        fails(() -> solves().submit(SolveRequest.of(Shop.ID, "another"), "once"), Problem.CONFLICT, null);
        ended(first);
    }

    @Test
    void answersInPartWhileASiblingIsHungAndEndsWithTheTimeItWasGiven() {
        einstein.is(Sibling.Mood.HUNG);
        var request = new SolveRequest(Shop.ID, QUESTION, true, 0, 0, null, 1500);
        Solve solve = ended(solves().submit(request, null).getBody());
        assertThat(solve.state()).isEqualTo(SolveState.PARTIAL);
        assertThat(solve.problem()).contains("einstein does not answer", "trail of steps");
        assertThat(step(solve, "similar").outcome()).isEqualTo(StepOutcome.TIMEOUT);
        assertThat(step(solve, "symbols").outcome()).isEqualTo(StepOutcome.OK);
        assertThat(step(solve, "rank").outcome()).isEqualTo(StepOutcome.OK);
        assertThat(solve.answer().files()).extracting(RankedFile::path).contains("shop/cart.py");
    }

    @Test
    void makesAnAnswerOfWhatThereIsWhenEveryServiceButOneHangs() {
        einstein.is(Sibling.Mood.HUNG);
        search.is(Sibling.Mood.HUNG);
        var request = new SolveRequest(Shop.ID, QUESTION, true, 0, 0, null, 1500);
        Solve solve = ended(solves().submit(request, null).getBody());
        assertThat(solve.state()).isEqualTo(SolveState.PARTIAL);
        assertThat(solve.answer().files()).extracting(RankedFile::path).containsExactly("shop/cart.py");
        assertThat(solve.answer().files().getFirst().reasons()).contains("defines shop.cart.Cart.total");
    }

    @Test
    void answersInPartWhileASiblingIsConfused() {
        einstein.is(Sibling.Mood.CONFUSED);
        Solve solve =
                ended(solves().submit(SolveRequest.of(Shop.ID, QUESTION), null).getBody());
        assertThat(solve.state()).isEqualTo(SolveState.PARTIAL);
        assertThat(step(solve, "similar").outcome()).isEqualTo(StepOutcome.FAILED);
        assertThat(solve.answer().files()).extracting(RankedFile::path).contains("shop/cart.py");
    }

    @Test
    void answersInPartWhileAllSiblingsAreConfused() {
        List.of(search, einstein, analysis).forEach(sibling -> sibling.is(Sibling.Mood.CONFUSED));
        Solve solve =
                ended(solves().submit(SolveRequest.of(Shop.ID, QUESTION), null).getBody());
        assertThat(solve.state()).isEqualTo(SolveState.PARTIAL);
        assertThat(solve.answer().summary()).isEqualTo("Nothing found.");
        assertThat(solve.answer().confidence()).isZero();
        assertThat(solve.answer().recommendations()).isEmpty();
    }

    @Test
    void saysThatAnIndexIsStillBeingBuilt() {
        einstein.is(Sibling.Mood.BUILDING);
        Solve solve =
                ended(solves().submit(SolveRequest.of(Shop.ID, QUESTION), null).getBody());
        assertThat(solve.state()).isEqualTo(SolveState.PARTIAL);
        assertThat(solve.problem()).contains("einstein is still reading the workspace (2 of 2 files)");
    }

    @Test
    void stopsTheWorkOfASolveThatIsCalledOff() {
        einstein.is(Sibling.Mood.HUNG);
        Solve solve = solves().submit(SolveRequest.of(Shop.ID, QUESTION), null).getBody();
        await().atMost(PATIENCE).until(() -> einstein.asked.stream().anyMatch(ask -> ask.contains("/v1/similarities")));
        solves().cancel(solve.id());
        solves().cancel(solve.id());
        assertThat(solves().get(solve.id()).state()).isEqualTo(SolveState.CANCELLED);
        await().atMost(PATIENCE)
                .until(() -> status().status().agents().stream().allMatch(agent -> agent.step() == null));
        assertThat(solves().get(solve.id()).state()).isEqualTo(SolveState.CANCELLED);
        assertThat(solves().get(solve.id()).answer()).isNull();
    }

    @Test
    void streamsEveryEventOnceAndInOrderFromWhereTheListenerLeftOff() {
        Solve solve =
                ended(solves().submit(SolveRequest.of(Shop.ID, QUESTION), null).getBody());
        List<String> all = events("/v1/solves/" + solve.id() + "/events", null);
        assertThat(all).first().isEqualTo("1 accepted");
        assertThat(all).element(1).isEqualTo("2 started");
        assertThat(all).last().isEqualTo(all.size() + " ended");
        assertThat(all).hasSize(3 + solve.steps().size());
        assertThat(events("/v1/solves/" + solve.id() + "/events", "3")).isEqualTo(all.subList(3, all.size()));
        assertThat(events("/v1/workspaces/shop/events", null)).containsExactly(" ready");
    }

    @Test
    void registersListsAndForgetsWorkspacesWithEverySibling() {
        var attic = new WorkspaceId("attic");
        assertThat(workspaces()
                        .register(attic, new WorkspaceRegistration(root.toString()))
                        .indexes())
                .extracting(IndexStatus::service)
                .containsExactly("search", "einstein", "analysis");
        assertThat(workspaces().list()).extracting(one -> one.id().value()).contains("attic", "shop");
        workspaces().forget(attic);
        workspaces().forget(attic);
        assertThat(analysis.asked).anyMatch(ask -> ask.startsWith("DELETE /internal/indexes/attic"));
        fails(() -> workspaces().get(attic), Problem.WORKSPACE_NOT_FOUND, null);
        fails(() -> solves().submit(SolveRequest.of(attic, QUESTION), null), Problem.WORKSPACE_NOT_FOUND, null);
    }

    @Test
    void refusesWhatIsNoWorkspace() throws IOException {
        var nowhere = new WorkspaceRegistration(root.resolve("nowhere").toString());
        fails(() -> workspaces().register(Shop.ID, nowhere), Problem.WORKSPACE_UNREADABLE, "path");
        var file = new WorkspaceRegistration(root.resolve("shop/cart.py").toString());
        fails(() -> workspaces().register(Shop.ID, file), Problem.WORKSPACE_UNREADABLE, "path");
        assertThat(workspaces().get(Shop.ID).path()).isEqualTo(root.toRealPath().toString());
    }

    @Test
    void namesTheFieldOfABadQuestion() {
        fails(() -> ask(""), Problem.BAD_REQUEST, "question");
        fails(() -> ask("x".repeat(100 << 10)), Problem.BAD_REQUEST, "question");
        fails(
                () -> solves().submit(new SolveRequest(Shop.ID, "x", true, 65, 0, null, 0), null),
                Problem.BAD_REQUEST,
                "agents");
        fails(() -> solves().list(0), Problem.BAD_REQUEST, "limit");
        fails(
                () -> solves().submit(SolveRequest.of(Shop.ID, "x"), "k".repeat(201)),
                Problem.BAD_REQUEST,
                "Idempotency-Key");
        fails(() -> solves().get("none"), Problem.SOLVE_NOT_FOUND, null);
        fails(() -> solves().cancel("none"), Problem.SOLVE_NOT_FOUND, null);
    }

    @Test
    void tellsWhichSiblingsAreDown() {
        search.is(Sibling.Mood.CONFUSED);
        analysis.is(Sibling.Mood.HUNG);
        var status = status().status();
        assertThat(status.services())
                .extracting(ServiceStatus::name, ServiceStatus::state)
                .containsExactly(
                        tuple("analysis", "down"),
                        tuple("einstein", "ready"),
                        tuple("orchestrator", "up"),
                        tuple("search", "down"));
        assertThat(status.agents()).hasSize(8);
        assertThat(status.tools())
                .extracting(ToolStatus::name, ToolStatus::limit)
                .containsExactly(
                        tuple("code_analysis", 2),
                        tuple("dependency_check", 1),
                        tuple("generic", 4),
                        tuple("optimization", 2),
                        tuple("pattern_search", 4),
                        tuple("semantic_search", 3));
        assertThat(status.tools()).extracting(ToolStatus::timeoutMillis).allMatch(millis -> millis >= 2000);
    }

    private void ask(String question) {
        solves().submit(SolveRequest.of(Shop.ID, question), null);
    }

    private Solve ended(Solve solve) {
        return await().atMost(PATIENCE)
                .until(() -> solves().get(solve.id()), now -> now.state().ended());
    }

    private static Step step(Solve solve, String name) {
        return solve.steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void fails(ThrowingCallable call, Problem problem, String field) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem()).isEqualTo(problem);
            assertThat(e.field()).isEqualTo(field);
        });
    }

    /** Each as its id and its type. */
    private List<String> events(String path, String after) {
        Consumer<HttpHeaders> headers = all -> all.setAll(after == null ? Map.of() : Map.of("Last-Event-ID", after));
        String stream = client().get()
                .uri(path)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .headers(headers)
                .retrieve()
                .body(String.class);
        var events = new ArrayList<String>();
        String id = "";
        for (String line : stream.lines().toList()) {
            if (line.startsWith("id:")) {
                id = line.substring(3);
            } else if (line.startsWith("event:")) {
                events.add(id + " " + line.substring(6));
            }
        }
        return events;
    }

    private SolveApi solves() {
        return api(SolveApi.class);
    }

    private WorkspaceApi workspaces() {
        return api(WorkspaceApi.class);
    }

    private StatusApi status() {
        return api(StatusApi.class);
    }

    private <T> T api(Class<T> type) {
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client()))
                .build()
                .createClient(type);
    }

    private RestClient client() {
        return builder.clone()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeader(InternalSecret.HEADER, secret.value())
                .build();
    }

    private static Sibling sibling(String service) {
        try {
            return new Sibling(service);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
