package dev.bolt.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexRequest;
import dev.bolt.api.index.IndexState;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.platform.secret.InternalSecret;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

/** What is wrong with a question, told so that its author finds the place. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RefusalsContractTest {
    private static final WorkspaceId SHOP = new WorkspaceId("shop");

    @TempDir
    static Path home;

    @TempDir
    static Path root;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry registry) {
        registry.add("bolt.home", home::toString);
    }

    @LocalServerPort
    int port;

    @Autowired
    RestClient.Builder client;

    @Autowired
    InternalSecret secret;

    private Clients clients;

    @BeforeEach
    void indexesAnEmptyWorkspace() {
        clients = Clients.of(client, port, secret);
        clients.index().build(SHOP, new IndexRequest(root.toString()));
        Awaitility.await().until(() -> clients.index().status(SHOP).state() != IndexState.BUILDING);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "analyses | 'path':'src' | path | paths, workspace",
                "dependencies | 'path':'a.py','depth':2 | depth | path, workspace",
                "cycles | 'limit':5 | limit | workspace",
                "impact | 'paths':['a.py'],'files':[] | files | limit, paths, workspace",
                "changes | 'diff':'x','patch':'y' | patch | diff, limit, workspace",
                "graphs | 'depth':true | depth | format, level, limit, path, runtime, workspace",
                "chains | 'from':'a','to':'b','all':true | all | from, to, workspace",
                "contracts | 'strict':true | strict | workspace",
            })
    void namesAPropertyThatIsNotKnownAndThoseThatAre(String path, String properties, String field, String known) {
        assertThatThrownBy(() -> post(path, properties)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem()).isEqualTo(Problem.BAD_REQUEST);
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.detail()).isEqualTo(field + " is not known here; known are " + known);
        });
    }

    @Test
    void letsPassWhatAsksForNothing() {
        assertThat(post("cycles", "'limit':0,'runtime':false,'inside':null")).contains("cycles");
    }

    private String post(String path, String properties) {
        return clients.rest()
                .post()
                .uri("/v1/" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{'workspace':'shop',%s}".formatted(properties).replace('\'', '"'))
                .retrieve()
                .body(String.class);
    }
}
