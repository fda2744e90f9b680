package dev.bolt.api.search;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Exact text search in a workspace.
 *
 * <p>{@snippet : SearchResult found = searchApi.search(TextQuery.regex(new WorkspaceId("shop"), "def \\w+_total",
 * 100)); }
 */
@HttpExchange("/v1/searches")
public interface SearchApi {

    /**
     * The lines that match, by path. BAD_PATTERN if a pattern is no regex, WORKSPACE_NOT_FOUND if never indexed. Who
     * accepts {@link SearchEvent#NDJSON} is sent each file as soon as those before it are sent.
     */
    @PostExchange(accept = "application/json")
    SearchResult search(@RequestBody @Valid TextQuery query);

    /**
     * The lines that match one of the patterns in files that hold what is asked for; with {@code near} only lines that
     * stand so near to each other.
     */
    @PostExchange("/files")
    SearchResult searchFiles(@RequestBody @Valid FileQuery query);

    /** The files that a search would look into, by path. */
    @PostExchange("/paths")
    PathResult paths(@RequestBody @Valid PathQuery query);

    /** One result a query, in their order; all as of the same moment. */
    @PostExchange("/batch")
    List<SearchResult> searchBatch(@RequestBody @Valid SearchBatch batch);
}
