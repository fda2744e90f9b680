package dev.bolt.analysis.web;

import dev.bolt.analysis.query.RuleQueries;
import dev.bolt.api.analysis.AnalysisQuery;
import dev.bolt.api.analysis.RuleApi;
import dev.bolt.api.analysis.RuleDescription;
import dev.bolt.api.analysis.SarifApi;
import dev.bolt.api.analysis.SarifLog;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

/** Speaks {@link RuleApi} and {@link SarifApi} over HTTP. */
@RestController
class RuleController implements RuleApi, SarifApi {
    private final RuleQueries queries;

    RuleController(RuleQueries queries) {
        this.queries = queries;
    }

    @Override
    public List<RuleDescription> rules() {
        return queries.rules();
    }

    @Override
    public SarifLog sarif(AnalysisQuery query) {
        return queries.sarif(query);
    }
}
