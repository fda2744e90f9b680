package dev.bolt.api.solve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The commit that a workspace stands at.
 *
 * @param branch such as {@code main}; null if none is checked out
 * @param commit its id, 40 or 64 hexadecimal digits
 * @param dirty files of the answer that are not as they are in the commit, in the answer's order
 */
public record Revision(@Nullable String branch, String commit, List<String> dirty) {
    /** Copies the list. */
    public Revision {
        dirty = List.copyOf(dirty);
    }
}
