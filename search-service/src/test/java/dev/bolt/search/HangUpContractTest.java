package dev.bolt.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.secret.InternalSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A client that hangs up ends what is done for it, though nothing is written to it yet. */
class HangUpContractTest extends RunningService {
    /** As {@code sleep} takes it, and nobody else on this machine does. */
    private static final String FOREVER = "86399.0" + ProcessHandle.current().pid();

    /** A ripgrep that finds nothing for a day. */
    @DynamicPropertySource
    static void sleepingRipgrep(DynamicPropertyRegistry registry) throws IOException {
        Path script = Files.createFile(
                home.resolve("sleeping-rg"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(script, """
                #!/bin/sh
                case "$*" in
                *--version*) echo 'ripgrep 15.0.0' ;;
                *--type-list*) echo 'py: *.py' ;;
                *) exec sleep %s ;;
                esac
                """.formatted(FOREVER));
        registry.add("bolt.search.ripgrep.path", script::toString);
        registry.add("bolt.search.index.enabled", () -> "false");
    }

    @Test
    void endsTheSearchOfAClientThatHungUp() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/self/net/tcp")), "this system does not tell who has hung up");
        indexed(Queries.WORKSPACE, SampleTree.in(trees.resolve("tree")));
        try (Socket client = asks("application/json")) {
            await().atMost(LONG).until(() -> sleepers() == 1);
        }
        await().atMost(LONG).until(() -> sleepers() == 0);
        try (Socket client = asks("application/x-ndjson")) {
            await().atMost(LONG).pollDelay(Duration.ofSeconds(1)).until(() -> sleepers() == 1);
            client.setSoLinger(true, 0); // broken off
        }
        await().atMost(LONG).until(() -> sleepers() == 0);
        assertThat(index.status(Queries.WORKSPACE).filesTotal()).isPositive();
    }

    private Socket asks(String accepted) throws IOException {
        var client = new Socket(InetAddress.getLoopbackAddress(), port);
        byte[] body = JsonMapper.builder().build().writeValueAsBytes(TextQuery.regex(Queries.WORKSPACE, "send", 0));
        String head = """
                POST /v1/searches HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Accept: %s\r
                %s: %s\r
                Content-Length: %d\r
                \r
                """.formatted(accepted, InternalSecret.HEADER, secret.value(), body.length);
        client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().write(body);
        return client;
    }

    private static long sleepers() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .arguments()
                        .filter(arguments -> List.of(arguments).contains(FOREVER))
                        .isPresent())
                .count();
    }
}
