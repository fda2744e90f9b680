package dev.bolt.orchestrator.evidence;

import dev.bolt.api.analysis.AnalysisApi;
import dev.bolt.api.analysis.SymbolApi;
import dev.bolt.api.einstein.SimilarityApi;
import dev.bolt.api.index.IndexApi;
import dev.bolt.api.search.SearchApi;
import dev.bolt.api.vitals.ServiceStatusApi;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;
import org.springframework.web.service.registry.ImportHttpServices;

/** Clients of the three services; their addresses are {@code spring.http.serviceclient.<service>.base-url}. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(
        group = "search",
        types = {SearchApi.class, IndexApi.class, ServiceStatusApi.class})
@ImportHttpServices(
        group = "einstein",
        types = {SimilarityApi.class, IndexApi.class, ServiceStatusApi.class})
@ImportHttpServices(
        group = "analysis",
        types = {SymbolApi.class, AnalysisApi.class, IndexApi.class, ServiceStatusApi.class})
class KnowledgeConfiguration {

    @Bean
    Knowledge knowledge(HttpServiceProxyRegistry clients) {
        return new Knowledge(
                clients.getClient("search", SearchApi.class),
                clients.getClient("einstein", SimilarityApi.class),
                clients.getClient("analysis", SymbolApi.class),
                clients.getClient("analysis", AnalysisApi.class),
                Knowledge.byService(Map.of(
                        "search", clients.getClient("search", IndexApi.class),
                        "einstein", clients.getClient("einstein", IndexApi.class),
                        "analysis", clients.getClient("analysis", IndexApi.class))),
                Knowledge.byService(Map.of(
                        "search", clients.getClient("search", ServiceStatusApi.class),
                        "einstein", clients.getClient("einstein", ServiceStatusApi.class),
                        "analysis", clients.getClient("analysis", ServiceStatusApi.class))));
    }
}
