package dev.bolt.orchestrator.evidence;

import dev.bolt.api.analysis.AnalysisApi;
import dev.bolt.api.analysis.SymbolApi;
import dev.bolt.api.einstein.SimilarityApi;
import dev.bolt.api.index.IndexApi;
import dev.bolt.api.search.SearchApi;
import dev.bolt.api.vitals.ServiceStatusApi;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The knowledge services, as their contracts.
 *
 * @param search exact text
 * @param similarity meaning
 * @param symbols names
 * @param analysis files and the graph
 * @param indexes what each service has indexed, by the service's name
 * @param statuses how each service is, by its name
 */
public record Knowledge(
        SearchApi search,
        SimilarityApi similarity,
        SymbolApi symbols,
        AnalysisApi analysis,
        SequencedMap<String, IndexApi> indexes,
        SequencedMap<String, ServiceStatusApi> statuses) {
    public Knowledge {
        indexes = new LinkedHashMap<>(indexes);
        statuses = new LinkedHashMap<>(statuses);
    }

    static <T> SequencedMap<String, T> byService(Map<String, T> clients) {
        var ordered = new LinkedHashMap<String, T>();
        for (String service : new String[] {"search", "einstein", "analysis"}) {
            T client = clients.get(service);
            if (client != null) {
                ordered.put(service, client);
            }
        }
        return ordered;
    }
}
