package dev.bolt.api.analysis;

/** How a graph is drawn. */
public enum GraphFormat {
    /** Not drawn: nodes and edges say all. */
    JSON,
    /** The language of Graphviz. */
    DOT,
    /** A Mermaid flowchart. */
    MERMAID,
    /** GraphML, the XML that yEd and Gephi read. */
    GRAPHML
}
