package dev.bolt.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveApi;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.solve.SolveState;
import dev.bolt.api.solve.Step;
import dev.bolt.api.workspace.WorkspaceApi;
import dev.bolt.api.workspace.WorkspaceRegistration;
import dev.bolt.platform.secret.InternalSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** The real process, killed again and again while solves wait and run: none is lost, none ends twice. */
class KillTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ROUNDS = 3;
    private static final int SOLVES = 40;

    @TempDir
    Path home;

    @TempDir
    Path root;

    private final List<Sibling> siblings = List.of(sibling("search"), sibling("einstein"), sibling("analysis"));
    private final int port = freePort();
    private Process process;

    @BeforeEach
    void begin() throws IOException {
        Shop.copyTo(root);
        start();
        api(WorkspaceApi.class).register(Shop.ID, new WorkspaceRegistration(root.toString()));
    }

    @AfterEach
    void end() throws InterruptedException {
        process.destroyForcibly().waitFor();
        siblings.forEach(Sibling::close);
    }

    @Test
    void losesNoSolveAndEndsNoneTwice() throws Exception {
        var random = new Random(7);
        Set<String> accepted = new LinkedHashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            int killAfter = 5 + random.nextInt(SOLVES - 10);
            for (int i = 0; i < killAfter; i++) {
                accepted.add(submit(round + "-" + i));
            }
            process.destroyForcibly().waitFor();
            start();
        }
        String last = submit("the last one");
        accepted.add(last);
        for (String id : accepted) {
            Solve solve = await().atMost(PATIENCE)
                    .until(() -> api(SolveApi.class).get(id), now -> now.state().ended());
            assertThat(solve.state()).as(String.valueOf(solve.problem())).isEqualTo(SolveState.COMPLETE);
            assertThat(solve.steps()).extracting(Step::name).doesNotHaveDuplicates();
            assertThat(ends(id)).isEqualTo(1);
        }
    }

    private String submit(String question) {
        Solve solve = api(SolveApi.class)
                .submit(SolveRequest.of(Shop.ID, "where is " + question + "?"), null)
                .getBody();
        return solve.id();
    }

    private long ends(String id) {
        String events = client().get()
                .uri("/v1/solves/" + id + "/events")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .retrieve()
                .body(String.class);
        return events.lines().filter(line -> line.equals("event:ended")).count();
    }

    private void start() throws IOException {
        process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OrchestratorApplication.class.getName(),
                        "--server.port=" + port,
                        "--bolt.home=" + home,
                        "--spring.http.serviceclient.search.base-url="
                                + siblings.get(0).address(),
                        "--spring.http.serviceclient.einstein.base-url="
                                + siblings.get(1).address(),
                        "--spring.http.serviceclient.analysis.base-url="
                                + siblings.get(2).address())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("orchestrator.log").toFile()))
                .start();
        await().atMost(PATIENCE).until(this::ready);
    }

    private boolean ready() {
        try {
            return client().get().uri("/actuator/health/readiness").retrieve().toBodilessEntity() != null;
        } catch (RestClientException notYet) {
            assertThat(process.isAlive()).isTrue();
            return false;
        }
    }

    private <T> T api(Class<T> type) {
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client()))
                .build()
                .createClient(type);
    }

    private RestClient client() {
        try {
            Path secret = home.resolve("secret");
            String value = Files.exists(secret) ? Files.readString(secret).strip() : "";
            return RestClient.builder()
                    .baseUrl("http://127.0.0.1:" + port)
                    .defaultHeader(InternalSecret.HEADER, value)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sibling sibling(String service) {
        try {
            return new Sibling(service);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
