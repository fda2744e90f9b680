package dev.bolt.api.einstein;

import jakarta.validation.Valid;
import java.util.List;
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

    /**
     * One answer a question, in their order; a question that cannot be answered has its problem there, and the others
     * have their answers. BAD_REQUEST for all if one is not of the form, DEADLINE_EXCEEDED for all if their time, which
     * they share, runs out.
     */
    @PostExchange("/batch")
    List<SimilarityAnswer> similarBatch(@RequestBody @Valid SimilarityBatch batch);
}
