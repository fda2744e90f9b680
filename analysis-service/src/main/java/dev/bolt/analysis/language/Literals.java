package dev.bolt.analysis.language;

import dev.bolt.analysis.grammar.SourceTree.Node;
import org.jspecify.annotations.Nullable;

/** What literals and names say. */
final class Literals {
    private Literals() {}

    /** What a string that holds no expression says; null if the node is no such string. */
    static @Nullable String string(@Nullable Node node) {
        if (node == null
                || !node.is(
                        "string",
                        "template_string",
                        "string_literal",
                        "interpreted_string_literal",
                        "raw_string_literal")
                || node.childOf("template_substitution") != null) {
            return null;
        }
        String text = node.text();
        return text.length() < 2 ? "" : text.substring(1, text.length() - 1);
    }

    /** A name, be it in quotes; empty for one that is computed. */
    static String name(Node node) {
        if (node.is("computed_property_name")) {
            return "";
        }
        String string = string(node);
        return string == null ? node.text() : string;
    }
}
