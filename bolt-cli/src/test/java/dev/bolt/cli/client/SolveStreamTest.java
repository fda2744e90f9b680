package dev.bolt.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveEvent;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.solve.SolveState;
import dev.bolt.api.solve.Step;
import dev.bolt.api.solve.StepOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream that does not go to its end. */
class SolveStreamTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicInteger asked = new AtomicInteger();
    private final List<String> shown = new ArrayList<>();
    private HttpServer server;
    private volatile String events = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/solves/s/events", this::breakOff);
        server.createContext("/v1/solves/s", this::tell);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** Cut at any place, be it within an event: each step is shown once all the same. */
    @ParameterizedTest
    @ValueSource(ints = {0, 20, 150, 400, 100_000})
    void showsEachStepOnceWhereverTheStreamBreaks(int characters) {
        String whole = event(1, null) + event(2, "similar") + event(3, "rank");
        events = whole.substring(0, Math.min(characters, whole.length()));
        assertThat(follow().state()).isEqualTo(SolveState.COMPLETE);
        assertThat(shown).containsExactly("similar", "rank", "history");
    }

    @Test
    void asksWhenThereIsNoStream() {
        server.removeContext("/v1/solves/s/events");
        server.createContext("/v1/solves/s/events", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        assertThat(follow().state()).isEqualTo(SolveState.COMPLETE);
        assertThat(shown).containsExactly("similar", "rank", "history");
    }

    private Solve follow() {
        return new SolveStream(new Gateway(server.getAddress().getPort(), "token"))
                .follow("s", step -> shown.add(step.name()));
    }

    private static String event(long sequence, String step) {
        var event = new SolveEvent(
                sequence, step == null ? "started" : "step", AT, step == null ? null : step(step), SolveState.RUNNING);
        return "id:%d\nevent:%s\ndata:%s\n\n".formatted(sequence, event.type(), Json.MAPPER.writeValueAsString(event));
    }

    /** Promises more than it sends, as a gateway does that dies. */
    private void breakOff(HttpExchange exchange) throws IOException {
        byte[] bytes = events.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length + 1);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    /** It runs when asked first, and has ended when asked again. */
    private void tell(HttpExchange exchange) throws IOException {
        boolean ended = asked.incrementAndGet() > 1;
        var steps = ended
                ? List.of(step("similar"), step("rank"), step("history"))
                : List.of(step("similar"), step("rank"));
        var solve = new Solve(
                "s",
                SolveRequest.of(new WorkspaceId("shop"), "why?"),
                ended ? SolveState.COMPLETE : SolveState.RUNNING,
                AT,
                ended ? AT : null,
                null,
                steps,
                null);
        byte[] body = Json.MAPPER.writeValueAsBytes(solve);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Step step(String name) {
        return new Step(name, "generic", List.of(), "agent-0", 0, 1, 1000, StepOutcome.OK, "");
    }
}
