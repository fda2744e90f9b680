package dev.bolt.api.solve;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the answer rests on.
 *
 * @param files files that the model knows
 * @param skipped files left out on purpose
 * @param embeddedShare part of the chunks that have a vector, 0 to 1
 * @param revision the commit it was read at; null, and not there in JSON, without git or if it could not be read in
 *     time
 */
public record Coverage(
        int files,
        int skipped,
        double embeddedShare,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Revision revision) {}
