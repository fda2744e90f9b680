package dev.bolt.api.einstein;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Several questions at once, of one workspace or of many, each with its own mode, limit and filter.
 *
 * @param queries each is answered by itself, in this order
 */
public record SimilarityBatch(@NotEmpty @Size(max = 64) List<@Valid SimilarityQuery> queries) {
    /** Copies the list. */
    public SimilarityBatch {
        queries = List.copyOf(queries);
    }
}
