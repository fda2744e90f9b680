package dev.bolt.search;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexApi;
import dev.bolt.api.index.IndexRequest;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.search.SearchApi;
import dev.bolt.platform.secret.InternalSecret;
import dev.bolt.search.ripgrep.RipgrepBinary;
import dev.bolt.search.ripgrep.RipgrepProperties;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** The service as it runs, on a port and in a home of its own, and clients of its two interfaces. */
@DirtiesContext
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class RunningService {
    static final Duration LONG = Duration.ofMinutes(3);

    @TempDir
    static Path home;

    /** Where workspaces may lie. */
    @TempDir
    static Path trees;

    @LocalServerPort
    int port;

    @Autowired
    RestClient.Builder client;

    @Autowired
    InternalSecret secret;

    RestClient rest;
    SearchApi search;
    IndexApi index;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry registry) {
        registry.add("bolt.home", () -> home.toString());
    }

    @BeforeEach
    void connects() {
        rest = client.clone()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeader(InternalSecret.HEADER, secret.value())
                .build();
        var factory = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(rest))
                .build();
        search = factory.createClient(SearchApi.class);
        index = factory.createClient(IndexApi.class);
    }

    /** Registers a workspace and waits until its index is there. */
    void indexed(WorkspaceId id, Path root) {
        index.build(id, new IndexRequest(root.toString()));
        ready(id);
    }

    void ready(WorkspaceId id) {
        Awaitility.await().atMost(LONG).until(() -> index.status(id).state() == IndexState.READY);
    }

    /** Drops a workspace and waits until its files are gone. */
    void drop(WorkspaceId id) {
        index.drop(id);
        Awaitility.await()
                .atMost(LONG)
                .until(() -> Files.notExists(home.resolve("data/search").resolve(id.value())));
    }

    /** The real ripgrep; the test is skipped where there is none. */
    static RipgrepBinary ripgrep() {
        Optional<RipgrepBinary> found = RipgrepBinary.find(RipgrepProperties.defaults());
        assumeTrue(found.isPresent(), "no ripgrep 14 or newer on the PATH");
        return found.get();
    }
}
