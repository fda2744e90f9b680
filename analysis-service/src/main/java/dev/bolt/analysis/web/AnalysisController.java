package dev.bolt.analysis.web;

import dev.bolt.analysis.query.AnalysisQueries;
import dev.bolt.api.analysis.AnalysisApi;
import dev.bolt.api.analysis.AnalysisQuery;
import dev.bolt.api.analysis.AnalysisResult;
import dev.bolt.api.analysis.CycleQuery;
import dev.bolt.api.analysis.CycleResult;
import dev.bolt.api.analysis.DependencyQuery;
import dev.bolt.api.analysis.DependencyResult;
import dev.bolt.api.analysis.ImpactQuery;
import dev.bolt.api.analysis.ImpactResult;
import org.springframework.web.bind.annotation.RestController;

/** Speaks {@link AnalysisApi} over HTTP. */
@RestController
class AnalysisController implements AnalysisApi {
    private final AnalysisQueries queries;

    AnalysisController(AnalysisQueries queries) {
        this.queries = queries;
    }

    @Override
    public AnalysisResult analyze(AnalysisQuery query) {
        return queries.analyze(query);
    }

    @Override
    public DependencyResult dependencies(DependencyQuery query) {
        return queries.dependencies(query);
    }

    @Override
    public CycleResult cycles(CycleQuery query) {
        return queries.cycles(query);
    }

    @Override
    public ImpactResult impact(ImpactQuery query) {
        return queries.impact(query);
    }
}
