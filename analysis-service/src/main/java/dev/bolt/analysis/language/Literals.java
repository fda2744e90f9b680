package dev.bolt.analysis.language;

import dev.bolt.analysis.grammar.SourceTree.Node;
import org.jspecify.annotations.Nullable;

/** What literals say. */
final class Literals {
    private Literals() {}

    /** What a string of Go says, escapes as written; null if the node is none. */
    static @Nullable String string(@Nullable Node node) {
        if (node == null || !node.is("interpreted_string_literal", "raw_string_literal")) {
            return null;
        }
        String text = node.text();
        return text.length() < 2 ? "" : text.substring(1, text.length() - 1);
    }
}
