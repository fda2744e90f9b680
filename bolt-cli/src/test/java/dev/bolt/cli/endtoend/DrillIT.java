package dev.bolt.cli.endtoend;

import static dev.bolt.cli.endtoend.LiveBolt.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each real service is killed, hung and replaced by another program in turn; what is asked of it says so in time. */
@Order(2)
@ExtendWith(SharedBolt.class)
class DrillIT {
    private static final String QUESTION = "where is compute_timeout?";

    /** A service, and a question that only it answers. */
    enum Service {
        SEARCH("search", "/v1/searches", "{\"workspace\":\"shop\",\"patterns\":[\"x\"]}"),
        EINSTEIN("einstein", "/v1/similarities", "{\"workspace\":\"shop\",\"text\":\"timeouts\"}"),
        ANALYSIS("analysis", "/v1/cycles", "{\"workspace\":\"shop\"}"),
        ORCHESTRATOR("orchestrator", "/v1/workspaces", "");

        private final String label;
        private final String path;
        private final String body;

        Service(String label, String path, String body) {
            this.label = label;
            this.path = path;
            this.body = body;
        }

        boolean knows() {
            return this != ORCHESTRATOR;
        }
    }

    private static final LiveBolt bolt = SharedBolt.live();
    private static String workspace = "";

    @BeforeAll
    static void runs() throws Exception {
        SharedBolt.running();
        workspace = read(bolt.ask("/v1/workspaces", "", "30000").body())
                .get(0)
                .get("id")
                .asString();
    }

    @ParameterizedTest
    @EnumSource
    void aKilledServiceIsNamedNoOtherProgramIsTakenForItTheOthersGoOnAndUpBringsItBack(Service service)
            throws Exception {
        int port = bolt.port(service.label);
        bolt.kill(service.label);
        unavailable(service);
        for (Stranger.Manner manner : Stranger.Manner.values()) {
            try (var _ = new Stranger(port, manner)) {
                unavailable(service);
            }
        }
        var up = bolt.bolt("up");
        assertThat(up.code()).as(up.err()).isZero();
        assertThat(up.err())
                .containsOnlyOnce(" ready on port")
                .containsPattern(service.label + " +ready on port " + port);
        assertThat(bolt.port(service.label)).isEqualTo(port);
        solvesCompletely();
    }

    private static void unavailable(Service service) throws Exception {
        assertProblem(
                bolt.ask(service.path, service.body.replace("shop", workspace), "30000"), 503, "SERVICE_UNAVAILABLE");
        othersGoOn(service);
    }

    @Test
    void upMovesServicesWhosePlacesOtherProgramsHaveTaken() throws Exception {
        int search = bolt.port("search");
        int orchestrator = bolt.port("orchestrator");
        bolt.kill("search");
        bolt.kill("orchestrator");
        try (var _ = new Stranger(search, Stranger.Manner.PAGE);
                var _ = new Stranger(orchestrator, Stranger.Manner.PAGE)) {
            assertThat(bolt.bolt("up").code()).isZero();
            assertThat(bolt.port("search")).isNotEqualTo(search);
            assertThat(bolt.port("orchestrator")).isNotEqualTo(orchestrator);
            solvesCompletely();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHungServiceIsGivenUpInTimeTheOthersGoOnAndItRecovers(Service service) throws Exception {
        bolt.signal("STOP", service.label);
        try {
            assertProblem(
                    bolt.ask(service.path, service.body.replace("shop", workspace), "1500"), 504, "DEADLINE_EXCEEDED");
            othersGoOn(service);
        } finally {
            bolt.signal("CONT", service.label);
        }
        solvesCompletely();
    }

    @Test
    void aKilledGatewayIsStartedAgainByTheNextCommand() {
        bolt.kill("gateway");
        solvesCompletely();
    }

    @Test
    void aHungGatewayIsStartedAgainByTheNextCommandAndStatusDoesNotHangWithIt() {
        long hung = bolt.pid("gateway");
        bolt.signal("STOP", "gateway");
        var status = bolt.bolt("status");
        assertThat(status.code()).as(status.err()).isEqualTo(1);
        assertThat(status.out()).containsPattern("gateway +not ready");
        solvesCompletely();
        assertThat(LiveBolt.alive(hung)).isFalse();
    }

    @Test
    void twoUpsAtOnceStartTheDeadOnce() {
        bolt.kill("search");
        bolt.kill("analysis");
        var one = BoltRun.start(bolt.home(), bolt.directory(), "up");
        var other = BoltRun.start(bolt.home(), bolt.directory(), "up");
        var said = List.of(BoltRun.finish(one), BoltRun.finish(other));
        assertThat(said).allMatch(run -> run.code() == 0, said.toString());
        assertThat(said).filteredOn(run -> run.out().contains("runs already")).hasSize(1);
        assertThat(said).filteredOn(run -> run.err().contains("search")).hasSize(1);
        solvesCompletely();
    }

    @Test
    void ctrlCInTheMiddleOfASolveCallsItOffAndLeavesTheServicesRunning() throws Exception {
        bolt.signal("STOP", "einstein");
        try {
            var asking = BoltRun.start(bolt.home(), bolt.directory(), "solve", "a question nobody has asked before?");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> newest().get("question").asString().startsWith("a question nobody")
                            && newestState().equals("RUNNING"));
            LiveBolt.signal("INT", asking.pid());
            var ended = BoltRun.finish(asking);
            assertThat(ended.code()).as(ended.err()).isEqualTo(130);
            assertThat(ended.err())
                    .contains("Called off")
                    .doesNotContain("\tat ")
                    .doesNotContain("Exception");
            assertThat(newestState()).isEqualTo("CANCELLED");
        } finally {
            bolt.signal("CONT", "einstein");
        }
        solvesCompletely();
    }

    private static JsonNode newest() throws Exception {
        return newestSolve().get("request");
    }

    private static String newestState() throws Exception {
        return newestSolve().get("state").asString();
    }

    private static JsonNode newestSolve() throws Exception {
        return read(bolt.ask("/v1/solves?limit=1", "", "30000").body()).get(0);
    }

    /** A solve while one knowledge service is away says what the others know, and what it lacks. */
    private static void othersGoOn(Service away) throws Exception {
        for (Service other : Service.values()) {
            if (other != away) {
                var answer = bolt.ask(other.path, other.body.replace("shop", workspace), "30000");
                assertThat(answer.statusCode()).as(other + ": " + answer.body()).isEqualTo(200);
            }
        }
        if (away.knows()) {
            JsonNode solve = solve();
            assertThat(solve.get("state").asString()).isEqualTo("PARTIAL");
            assertThat(solve.get("problem").asString()).contains(away.label + " does not answer");
            assertThat(solve.get("answer").get("files").values()).isNotEmpty();
        }
    }

    private static JsonNode solve() throws Exception {
        var accepted = bolt.ask(
                "/v1/solves",
                "{\"workspace\":\"%s\",\"question\":\"%s\",\"timeoutMillis\":4000}".formatted(workspace, QUESTION),
                "30000");
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String id = read(accepted.body()).get("id").asString();
        JsonNode now = read(bolt.ask("/v1/solves/" + id, "", "30000").body());
        while (now.get("state").asString().matches("QUEUED|RUNNING")) {
            Thread.sleep(50);
            now = read(bolt.ask("/v1/solves/" + id, "", "30000").body());
        }
        return now;
    }

    /** A service that is back is asked again once its breaker lets somebody try, five seconds after it opened. */
    private static void solvesCompletely() {
        JsonNode report = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> bolt.json("solve", QUESTION, "--json"),
                        answer -> answer.get("state").asString().equals("COMPLETE"));
        assertThat(report.get("files").get(0).get("path").asString()).isEqualTo("net/timeout.py");
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
