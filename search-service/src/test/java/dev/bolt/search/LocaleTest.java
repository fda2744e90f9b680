package dev.bolt.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexApi;
import dev.bolt.api.index.IndexRequest;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.PathQuery;
import dev.bolt.api.search.SearchApi;
import dev.bolt.api.search.SearchResult;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.secret.InternalSecret;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * The service as a process of its own in a locale in which Java cannot name most files, as cron and containers have.
 */
class LocaleTest {
    private static final WorkspaceId ID = new WorkspaceId("names");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path home;

    @TempDir
    Path root;

    private int port;
    private Process process;

    @AfterEach
    void ends() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void namesAndFindsFilesBeyondAscii() throws Exception {
        assumeTrue(System.getProperty("os.name").startsWith("Linux"), "elsewhere file names are always UTF-8");
        shell("mkdir größe .git && printf 'needle\\n' | tee größe/日本.txt é.txt ignoré.txt plain.txt $'caf\\xe9.txt'"
                + " && printf 'ignoré.txt\\n' > .gitignore");
        start();
        index().build(ID, new IndexRequest(root.toString()));
        await().atMost(PATIENCE).until(() -> index().status(ID).state() == IndexState.READY);
        assertFound("needle", "caf\\xe9.txt", "größe/日本.txt", "plain.txt", "é.txt");
        shell(
                "printf 'needle new\\n' | tee new_é.txt größe/日本.txt $'caf\\xe8.txt'; mv é.txt ü.txt; rm $'caf\\xe9.txt'");
        assertFound("needle", "caf\\xe8.txt", "größe/日本.txt", "new_é.txt", "plain.txt", "ü.txt");
        assertFound("needle new", "caf\\xe8.txt", "größe/日本.txt", "new_é.txt");
        assertThat(search().paths(new PathQuery(ID, false, false, null, null, null, 0))
                        .paths())
                .containsExactly("caf\\xe8.txt", "größe/日本.txt", "new_é.txt", "plain.txt", "ü.txt");
        TextQuery all = TextQuery.of(ID, List.of("needle")).noIgnore(true).build();
        assertThat(search().search(all).files())
                .as("by ripgrep")
                .extracting(FileMatches::path)
                .contains("ignoré.txt", "caf\\xe8.txt");
    }

    private void assertFound(String pattern, String... paths) {
        SearchResult found = search().search(TextQuery.regex(ID, pattern, 0));
        assertThat(found.engine()).isEqualTo("index");
        assertThat(found.complete()).isTrue();
        assertThat(found.files()).extracting(FileMatches::path).containsExactly(paths);
    }

    private void start() throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SearchApplication.class.getName(),
                        "--server.port=" + port,
                        "--bolt.home=" + home)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile());
        builder.environment().put("LC_ALL", "C");
        process = builder.start();
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

    private SearchApi search() {
        return factory().createClient(SearchApi.class);
    }

    private IndexApi index() {
        return factory().createClient(IndexApi.class);
    }

    private HttpServiceProxyFactory factory() {
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client()))
                .build();
    }

    private RestClient client() {
        try {
            Path secret = home.resolve("secret");
            return RestClient.builder()
                    .baseUrl("http://127.0.0.1:" + port)
                    .defaultHeader(
                            InternalSecret.HEADER,
                            Files.exists(secret) ? Files.readString(secret).strip() : "")
                    .build();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void shell(String script) throws Exception {
        var builder = new ProcessBuilder("bash", "-c", "exec >/dev/null; " + script).directory(root.toFile());
        assertThat(builder.redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start()
                        .waitFor())
                .isZero();
    }
}
