package dev.bolt.api.analysis;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The model of files and the graph between them. PATH_NOT_FOUND for a path that is not in the model. */
@HttpExchange("/v1")
public interface AnalysisApi {

    /** Symbols, imports and findings of some files. */
    @PostExchange("/analyses")
    AnalysisResult analyze(@RequestBody @Valid AnalysisQuery query);

    /** What a file imports and who imports it. */
    @PostExchange("/dependencies")
    DependencyResult dependencies(@RequestBody @Valid DependencyQuery query);

    /** The circles of the import graph. */
    @PostExchange("/cycles")
    CycleResult cycles(@RequestBody @Valid CycleQuery query);

    /** Who depends on some files, directly or not. */
    @PostExchange("/impact")
    ImpactResult impact(@RequestBody @Valid ImpactQuery query);
}
