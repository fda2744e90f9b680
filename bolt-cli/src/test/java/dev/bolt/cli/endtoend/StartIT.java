package dev.bolt.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first start in a home that is not there yet: broken off, then where other programs have the usual ports. */
@Order(1)
@ExtendWith(SharedBolt.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StartIT {
    private static final LiveBolt live = SharedBolt.live();

    @BeforeAll
    static void nothingRuns() {
        assertThat(live.bolt("status").code()).isEqualTo(1);
    }

    @Test
    @Order(1)
    void ctrlCWhileStartingLeavesNothingBehind() throws Exception {
        var starting = BoltRun.start(live.home(), live.directory(), "up");
        while (!Files.exists(live.home().resolve("run/gateway.json")) && starting.isAlive()) {
            Thread.onSpinWait();
        }
        var pids = LiveBolt.NAMES.stream().map(live::pid).toList();
        LiveBolt.signal("INT", starting.pid());
        var ended = BoltRun.finish(starting);
        assertThat(ended.code()).as(ended.err()).isEqualTo(130);
        assertThat(pids).noneMatch(LiveBolt::alive);
    }

    @Test
    @Order(2)
    void solveStartsTheServicesIndexesAndAnswers() throws Exception {
        try (var _ = new UsualPorts()) {
            var run = live.bolt("solve", SharedBolt.QUESTION, "--json");
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.err()).contains("gateway").contains("ready").contains("Indexed");
            assertThat(LiveBolt.paths(run.json().get("files"))).contains("net/timeout.py");
            var evidence = run.json().get("evidence").get(0);
            assertThat(evidence.get("startLine").asInt()).isPositive();
            assertThat(evidence.get("sources")).isNotEmpty();
            assertThat(run.json().get("steps")).isNotEmpty();
            assertThat(run.json().get("findings").isArray()).isTrue();
        }
        assertThat(LiveBolt.NAMES).noneMatch(name -> UsualPorts.ALL.contains(live.port(name)));
    }

    @Test
    @Order(3)
    void aSecondSolveStartsNothing() {
        var before = LiveBolt.NAMES.stream().map(live::pid).toList();
        var run = live.bolt("solve", SharedBolt.QUESTION, "--agents", "2", "--analyze-only");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Evidence")
                .contains("net/timeout.py:")
                .contains("Trail")
                .doesNotContain("\u001b");
        assertThat(LiveBolt.NAMES.stream().map(live::pid).toList()).isEqualTo(before);
        assertThat(live.bolt("solve", SharedBolt.QUESTION, "--markdown").out()).startsWith("# " + SharedBolt.QUESTION);
    }
}
