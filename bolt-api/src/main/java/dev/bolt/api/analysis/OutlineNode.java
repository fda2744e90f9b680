package dev.bolt.api.analysis;

import java.util.List;

/**
 * A definition and what it holds.
 *
 * @param symbol the definition
 * @param children directly inside, by line
 */
public record OutlineNode(Symbol symbol, List<OutlineNode> children) {
    /** Copies the list. */
    public OutlineNode {
        children = List.copyOf(children);
    }
}
