package dev.bolt.api.search;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Several queries at once.
 *
 * @param queries each is answered by itself, in this order
 */
public record SearchBatch(@NotEmpty @Size(max = 64) List<@Valid TextQuery> queries) {
    /** Copies the list. */
    public SearchBatch {
        queries = List.copyOf(queries);
    }
}
