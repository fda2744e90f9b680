package dev.bolt.api.solve;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the answer rests on.
 *
 * @param files files that the model knows
 * @param skipped files left out on purpose
 * @param failed files that a service could not read or parse, by its name; without those where there are none
 * @param embeddedShare part of the chunks that have a vector, 0 to 1
 * @param revision the commit it was read at; null, and not there in JSON, without git or if it could not be read in
 *     time
 * @param historyPending true if git's history was still being read, so that nothing is said of what changes together;
 *     null, and not there in JSON, otherwise
 */
public record Coverage(
        int files,
        int skipped,
        Map<String, Integer> failed,
        double embeddedShare,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Revision revision,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean historyPending) {
    /** Copies the map, by name; an answer of earlier days has none. */
    public Coverage {
        failed = failed == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(failed));
    }
}
