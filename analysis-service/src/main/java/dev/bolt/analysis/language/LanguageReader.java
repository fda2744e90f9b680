package dev.bolt.analysis.language;

import dev.bolt.analysis.grammar.SourceTree.Node;

/** Knows what the nodes of one language mean. One for each file; is told all nodes in the order of the source. */
interface LanguageReader {
    /** Adds what the node defines or imports, and enters it if it is a scope. */
    void visit(Node node, Outline outline);
}
