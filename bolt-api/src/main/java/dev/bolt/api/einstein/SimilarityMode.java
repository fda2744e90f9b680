package dev.bolt.api.einstein;

/** Which scores rank the answer. */
public enum SimilarityMode {
    /** Lexical and semantic ranks fused. The default. */
    HYBRID,
    /** Cosine similarity of embeddings alone. */
    SEMANTIC,
    /** Identifier-aware BM25 alone. */
    LEXICAL
}
