package dev.bolt.search.web;

import dev.bolt.api.search.SearchApi;
import dev.bolt.api.search.SearchBatch;
import dev.bolt.api.search.SearchResult;
import dev.bolt.api.search.TextQuery;
import dev.bolt.search.query.Searcher;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

/** Speaks {@link SearchApi} over HTTP. */
@RestController
class SearchController implements SearchApi {
    private final Searcher searcher;

    SearchController(Searcher searcher) {
        this.searcher = searcher;
    }

    @Override
    public SearchResult search(TextQuery query) {
        return searcher.search(query);
    }

    @Override
    public List<SearchResult> searchBatch(SearchBatch batch) {
        return searcher.search(batch.queries());
    }
}
