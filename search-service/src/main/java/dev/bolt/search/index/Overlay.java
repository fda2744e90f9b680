package dev.bolt.search.index;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is different from an index now.
 *
 * @param stale paths of files whose text in the store is not to be used: changed ones and those that are gone
 * @param read paths of files to be read where they lie: changed ones and new ones
 * @param unseen paths of files that are hidden or ignored, or lie in a folder that is, but for {@code .git}; null if
 *     they are not known
 */
public record Overlay(
        Set<String> stale, List<String> read, @Nullable Set<String> unseen) {
    /** No difference. */
    public static final Overlay NONE = new Overlay(Set.of(), List.of(), null);

    public Overlay {
        stale = Set.copyOf(stale);
        read = List.copyOf(read);
    }
}
