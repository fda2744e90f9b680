package dev.bolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.platform.deadline.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What becomes of the gateway's connections to a service. */
class ConnectionContractTest extends GatewayCalls {
    private static final AtomicInteger calls = new AtomicInteger();
    private static ServerSocket rude;

    /** Takes each request and closes without a word. */
    @DynamicPropertySource
    static void closesInsteadOfAnswering(DynamicPropertyRegistry registry) throws IOException {
        rude = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        einstein = Optional.of("http://127.0.0.1:" + rude.getLocalPort());
        Thread.ofVirtual().start(() -> {
            while (!rude.isClosed()) {
                try (Socket called = rude.accept()) {
                    calls.incrementAndGet();
                    called.getInputStream().read();
                } catch (IOException closed) {
                    // the next one, if any
                }
            }
        });
    }

    @AfterAll
    static void closesTheService() throws IOException {
        rude.close();
    }

    @Test
    void carryOneRequestAfterAnother() throws Exception {
        search.answers(200, "application/json", "{\"files\":[]}");
        Set<Integer> connections = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            assertThat(ask(post("/v1/searches")).statusCode()).isEqualTo(200);
            connections.add(search.seen.remove().caller());
        }
        assertThat(connections).hasSize(1);
    }

    @Test
    void carryOneRequestAfterAnotherWhereAnswersHaveNoBody() throws Exception {
        orchestrator.answersNothing();
        Set<Integer> connections = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            assertThat(ask(to("/v1/workspaces/shop").DELETE()).statusCode()).isEqualTo(204);
            connections.add(orchestrator.seen.remove().caller());
        }
        assertThat(connections).hasSize(1);
    }

    @Test
    void areBrokenOffWhenAnAnswerThatNeverPausesIsOutOfTime() throws Exception {
        analysis.goesOnUntilBrokenOff("application/json");
        assertThatThrownBy(() -> {
                    HttpResponse<String> cut = ask(post("/v1/cycles").header(Deadline.HEADER, "300"));
                    throw new IOException("a problem document: " + cut.statusCode());
                })
                .isInstanceOf(IOException.class);
        assertThat(analysis.broken.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void areBrokenOffWhenTheReaderOfAStreamHasLeft() throws Exception {
        orchestrator.goesOnUntilBrokenOff("text/event-stream");
        for (int i = 0; i < 3; i++) {
            String request = "GET /v1/solves/7/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                    + "\r\n\r\n";
            try (var caller = new Socket(InetAddress.getLoopbackAddress(), port)) {
                caller.setSoTimeout(30_000);
                caller.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                InputStream in = caller.getInputStream();
                assertThat(in.readNBytes(200)).hasSize(200);
            }
        }
        assertThat(orchestrator.broken.tryAcquire(3, 30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void neverCarryARequestTwice() throws Exception {
        assertThat(ask(post("/v1/similarities")).statusCode()).isEqualTo(503);
        assertThat(ask(to("/v1/similarities")).statusCode()).isEqualTo(503);
        assertThat(calls).hasValue(2);
    }
}
