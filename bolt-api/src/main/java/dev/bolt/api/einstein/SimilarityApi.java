package dev.bolt.api.einstein;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Search by meaning.
 *
 * <p>{@snippet : var found = similarityApi.similar(new SimilarityQuery(new WorkspaceId("shop"), "retry a failed
 * payment", null, 10)); }
 */
@HttpExchange("/v1/similarities")
public interface SimilarityApi {

    /**
     * The spans that mean the text, or the lines, best first. WORKSPACE_NOT_FOUND if never indexed, PATH_NOT_FOUND if
     * nothing is indexed at the lines, BAD_REQUEST if neither or both are given.
     */
    @PostExchange
    SimilarityResult similar(@RequestBody @Valid SimilarityQuery query);
}
