package dev.bolt.analysis;

import dev.bolt.api.analysis.AnalysisApi;
import dev.bolt.api.analysis.GraphApi;
import dev.bolt.api.analysis.OutlineApi;
import dev.bolt.api.analysis.RuleApi;
import dev.bolt.api.analysis.SarifApi;
import dev.bolt.api.analysis.SymbolApi;
import dev.bolt.api.index.IndexApi;
import dev.bolt.platform.secret.InternalSecret;
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
}
