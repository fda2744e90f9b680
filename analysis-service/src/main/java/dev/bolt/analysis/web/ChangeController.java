package dev.bolt.analysis.web;

import dev.bolt.analysis.query.ChangeQueries;
import dev.bolt.api.analysis.ChangeApi;
import dev.bolt.api.analysis.ChangeQuery;
import dev.bolt.api.analysis.ChangeResult;
import org.springframework.web.bind.annotation.RestController;

/** Speaks {@link ChangeApi} over HTTP. */
@RestController
class ChangeController implements ChangeApi {
    private final ChangeQueries queries;

    ChangeController(ChangeQueries queries) {
        this.queries = queries;
    }

    @Override
    public ChangeResult changes(ChangeQuery query) {
        return queries.changes(query);
    }
}
