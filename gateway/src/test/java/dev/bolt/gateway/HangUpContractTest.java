package dev.bolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A caller that hangs up is no longer worked for. */
class HangUpContractTest extends GatewayCalls {
    private static ServerSocket service;

    /** Nothing but the caller's end can end a call. */
    @DynamicPropertySource
    static void waitsLong(DynamicPropertyRegistry registry) throws IOException {
        service = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        einstein = Optional.of("http://127.0.0.1:" + service.getLocalPort());
        timeout = Duration.ofMinutes(5);
    }

    @AfterAll
    static void closesTheService() throws IOException {
        service.close();
    }

    @Test
    void endsTheCallOfAServiceWhenItsCallerHangsUp() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/self/net/tcp")), "this system does not tell who has hung up");
        service.setSoTimeout(60_000);
        String request = "POST /v1/similarities HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
        try (var caller = new Socket(InetAddress.getLoopbackAddress(), port)) {
            caller.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            try (Socket called = service.accept()) {
                called.setSoTimeout(60_000);
                InputStream in = called.getInputStream();
                assertThat(in.read()).isEqualTo('P');
                caller.close();
                int read = 0;
                while (read >= 0) {
                    read = in.read(); // until the gateway closes it; SocketTimeoutException if it never does
                }
            }
        }
    }
}
