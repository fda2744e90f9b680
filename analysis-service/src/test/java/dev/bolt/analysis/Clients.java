package dev.bolt.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bolt.api.analysis.AnalysisApi;
import dev.bolt.api.analysis.GraphApi;
import dev.bolt.api.analysis.OutlineApi;
import dev.bolt.api.analysis.RuleApi;
import dev.bolt.api.analysis.SarifApi;
import dev.bolt.api.analysis.SymbolApi;
import dev.bolt.api.index.IndexApi;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.platform.secret.InternalSecret;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Every interface of the contract, spoken to one running service. */
record Clients(RestClient rest, HttpServiceProxyFactory factory) {
    static Clients of(RestClient.Builder builder, int port, InternalSecret secret) {
        RestClient rest = builder.clone()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeader(InternalSecret.HEADER, secret.value())
                .build();
        return new Clients(
                rest,
                HttpServiceProxyFactory.builderFor(RestClientAdapter.create(rest))
                        .build());
    }

    AnalysisApi analysis() {
        return factory.createClient(AnalysisApi.class);
    }

    SymbolApi symbols() {
        return factory.createClient(SymbolApi.class);
    }

    IndexApi index() {
        return factory.createClient(IndexApi.class);
    }

    GraphApi graphs() {
        return factory.createClient(GraphApi.class);
    }

    OutlineApi outlines() {
        return factory.createClient(OutlineApi.class);
    }

    RuleApi rules() {
        return factory.createClient(RuleApi.class);
    }

    SarifApi sarif() {
        return factory.createClient(SarifApi.class);
    }

    /** Whether the question is answered with this problem. */
    static void fails(Problem problem, ThrowingCallable question) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(question)
                .satisfies(failure -> assertThat(failure.problem()).isEqualTo(problem));
    }
}
