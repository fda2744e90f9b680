package dev.bolt.analysis.web;

import dev.bolt.analysis.query.GraphQueries;
import dev.bolt.api.analysis.ChainQuery;
import dev.bolt.api.analysis.ChainResult;
import dev.bolt.api.analysis.ContractQuery;
import dev.bolt.api.analysis.ContractResult;
import dev.bolt.api.analysis.GraphApi;
import dev.bolt.api.analysis.GraphQuery;
import dev.bolt.api.analysis.GraphResult;
import org.springframework.web.bind.annotation.RestController;

/** Speaks {@link GraphApi} over HTTP. */
@RestController
class GraphController implements GraphApi {
    private final GraphQueries queries;

    GraphController(GraphQueries queries) {
        this.queries = queries;
    }

    @Override
    public GraphResult graph(GraphQuery query) {
        return queries.graph(query);
    }

    @Override
    public ChainResult chain(ChainQuery query) {
        return queries.chain(query);
    }

    @Override
    public ContractResult contracts(ContractQuery query) {
        return queries.contracts(query);
    }
}
