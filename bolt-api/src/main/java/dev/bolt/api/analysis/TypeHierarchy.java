package dev.bolt.api.analysis;

import java.util.List;

/**
 * A class between its ancestors and descendants.
 *
 * @param type the class
 * @param ancestors nearest first; those outside the workspace too
 * @param descendants nearest first, then by path and line
 */
public record TypeHierarchy(Symbol type, List<RelatedType> ancestors, List<RelatedType> descendants) {
    /** Copies the lists. */
    public TypeHierarchy {
        ancestors = List.copyOf(ancestors);
        descendants = List.copyOf(descendants);
    }
}
