package dev.bolt.search.web;

import dev.bolt.api.search.FileQuery;
import dev.bolt.api.search.PathQuery;
import dev.bolt.api.search.PathResult;
import dev.bolt.api.search.SearchApi;
import dev.bolt.api.search.SearchBatch;
import dev.bolt.api.search.SearchEvent;
import dev.bolt.api.search.SearchResult;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.query.FileSearch;
import dev.bolt.search.query.PathSearch;
import dev.bolt.search.query.Searcher;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Speaks {@link SearchApi} over HTTP. */
@RestController
class SearchController implements SearchApi {
    private final Searcher searcher;
    private final FileSearch files;
    private final PathSearch paths;
    private final JsonMapper json;

    SearchController(Searcher searcher, FileSearch files, PathSearch paths, JsonMapper json) {
        this.searcher = searcher;
        this.files = files;
        this.paths = paths;
        this.json = json;
    }

    @Override
    public SearchResult search(TextQuery query) {
        return searcher.search(query);
    }

    /** The same for who accepts a stream. What is wrong before the first file is an answer like any other. */
    @PostMapping(produces = SearchEvent.NDJSON)
    void stream(@RequestBody @Valid TextQuery query, HttpServletResponse response) throws IOException {
        response.setContentType(SearchEvent.NDJSON);
        var events = new EventStream(response.getOutputStream());
        try {
            events.end(searcher.search(query, events), json);
        } catch (ProblemException e) {
            if (!response.isCommitted()) {
                response.reset();
                throw e;
            }
            events.problem(e.problem().name(), json);
        }
    }

    @Override
    public SearchResult searchFiles(FileQuery query) {
        return files.search(query);
    }

    @Override
    public PathResult paths(PathQuery query) {
        return paths.search(query);
    }

    @Override
    public List<SearchResult> searchBatch(SearchBatch batch) {
        return searcher.search(batch.queries());
    }
}
