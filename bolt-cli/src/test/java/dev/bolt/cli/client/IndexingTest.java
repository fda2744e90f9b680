package dev.bolt.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.bolt.cli.console.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over real HTTP; only the gateway is a fake, for no real service stands still when told to. */
class IndexingTest {
    private static final String INDEX =
            "{\"service\":\"%s\",\"workspace\":\"w\",\"state\":\"%s\",\"filesDone\":3,\"filesTotal\":9,\"message\":\"m\"}";

    @TempDir
    Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private HttpServer gateway;
    private volatile String einstein = "BUILDING";

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            String indexes = INDEX.formatted("search", "READY") + "," + INDEX.formatted("analysis", "READY") + ","
                    + INDEX.formatted("einstein", einstein);
            byte[] body = "{\"id\":\"w\",\"path\":\"/w\",\"indexes\":[%s]}"
                    .formatted(indexes)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void goesOnWithoutAServiceThatStandsStillAndSaysSo() {
        ensure(new Patience(Duration.ofMillis(300), Duration.ofMinutes(1), System::nanoTime));
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("warning: einstein has not finished reading the directory (3 of 9 files)")
                .doesNotContain("Indexed");
    }

    @Test
    void saysThatAllIsReadWhenItIs() {
        einstein = "READY";
        ensure(Patience.ofAPerson());
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("warning");
    }

    private void ensure(Patience patience) {
        var terminal = Terminal.plain(new ByteArrayOutputStream(), said);
        new Indexing(new Gateway(gateway.getAddress().getPort(), "token"), terminal, patience).ensure(directory);
    }
}
