package dev.bolt.einstein;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.einstein.SimilarFile;
import dev.bolt.api.einstein.SimilarityApi;
import dev.bolt.api.einstein.SimilarityMode;
import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.api.einstein.SimilarityResult;
import dev.bolt.api.index.IndexApi;
import dev.bolt.api.index.IndexRequest;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.index.IndexStatus;
import dev.bolt.api.vitals.ServiceStatusApi;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.platform.secret.InternalSecret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Calls a service that runs, as its callers do: HTTP, the real model, the real database. */
abstract class ServiceCalls {
    @TempDir
    Path workspace;

    @LocalServerPort
    int port;

    @Autowired
    RestClient.Builder builder;

    @Autowired
    InternalSecret secret;

    IndexStatus build(WorkspaceId id) {
        indexes().build(id, new IndexRequest(workspace.toString()));
        return until(id, status -> status.state() == IndexState.READY);
    }

    IndexStatus until(WorkspaceId id, Predicate<IndexStatus> reached) {
        return await().atMost(Duration.ofMinutes(2)).until(() -> indexes().status(id), reached);
    }

    SimilarityResult ask(WorkspaceId id, String text, SimilarityMode mode) {
        return client(SimilarityApi.class).similar(new SimilarityQuery(id, text, mode, 0));
    }

    static Problem problem(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }

    IndexApi indexes() {
        return client(IndexApi.class);
    }

    <T> T client(Class<T> api) {
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(rest()))
                .build()
                .createClient(api);
    }

    RestClient rest() {
        return builder.clone()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeader(InternalSecret.HEADER, secret.value())
                .build();
    }

    /** It is built and asked by words, and both the status and the index say what is wrong with the store. */
    final void answersByWordsAlone(String... says) {
        var id = new WorkspaceId("shop");
        Shop.copyTo(workspace);
        build(id);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(client(ServiceStatusApi.class)
                                .status()
                                .details()
                                .get("store"))
                        .startsWith("failed: ")
                        .contains(says));
        assertThat(ask(id, "refund a payment", null).files())
                .extracting(SimilarFile::path)
                .first()
                .isEqualTo("shop/payments.py");
        assertThat(until(id, status -> status.message().startsWith("words are ready; no vectors"))
                        .message())
                .contains(says);
        indexes().drop(id);
    }
}
