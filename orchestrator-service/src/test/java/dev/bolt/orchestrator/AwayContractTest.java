package dev.bolt.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.solve.RankedFile;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.solve.SolveState;
import dev.bolt.api.solve.StepOutcome;
import dev.bolt.api.vitals.ServiceStatus;
import dev.bolt.api.vitals.ToolStatus;
import dev.bolt.platform.secret.InternalSecret;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The service as its callers see it, beside siblings that are dead, hung, confused or not ready. */
class AwayContractTest extends SolveCalls {
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
        assertThat(solve.answer().files().getFirst().reasons()).contains("defines Cart.total");
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
    void isNotHeldUpByListenersWhoNeverRead() throws IOException {
        einstein.is(Sibling.Mood.HUNG);
        var request = new SolveRequest(Shop.ID, QUESTION, true, 0, 0, null, 1500);
        Solve solve = solves().submit(request, null).getBody();
        var deaf = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 200; i++) {
                var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                deaf.add(socket);
                socket.getOutputStream().write(listening(solve));
            }
            String heard = client().get()
                    .uri("/v1/solves/" + solve.id() + "/events")
                    .retrieve()
                    .body(String.class);
            assertThat(heard).contains("event:ended");
            assertThat(solves().get(solve.id()).state()).isEqualTo(SolveState.PARTIAL);
        } finally {
            for (Socket socket : deaf) {
                socket.close();
            }
        }
    }

    @Test
    void tellsAListenerWhoReadsSlowlyEverythingThoughTheSolveHasLongEnded() throws Exception {
        Solve solve = solves().submit(SolveRequest.of(Shop.ID, QUESTION), null).getBody();
        try (var slow = new Socket()) {
            slow.setReceiveBufferSize(1);
            slow.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            slow.getOutputStream().write(listening(solve));
            Solve ended = ended(solve);
            var heard = new StringBuilder();
            InputStream in = slow.getInputStream();
            byte[] few = new byte[16];
            for (int n = in.read(few); n >= 0; n = in.read(few)) {
                heard.append(new String(few, 0, n, StandardCharsets.US_ASCII));
                Thread.yield();
                if (heard.indexOf("event:ended") >= 0 && heard.indexOf("\r\n0\r\n") >= 0) {
                    break;
                }
            }
            assertThat(heard.toString().split("event:step", -1))
                    .hasSize(1 + ended.steps().size());
            assertThat(heard).containsSubsequence("event:accepted", "event:started", "event:step", "event:ended");
        }
    }

    private byte[] listening(Solve solve) {
        return "GET /v1/solves/%s/events HTTP/1.1\r\nHost: 127.0.0.1\r\n%s: %s\r\n\r\n"
                .formatted(solve.id(), InternalSecret.HEADER, secret.value())
                .getBytes(StandardCharsets.US_ASCII);
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
}
