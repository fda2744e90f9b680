package dev.bolt.api.einstein;

import dev.bolt.api.code.SourceSpan;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A span that means it.
 *
 * @param span where
 * @param symbol qualified name of the definition it is, such as {@code Session.send}; null for a window
 * @param kind {@code function}, {@code class}, {@code module} or {@code window}
 * @param score bigger is better; comparable inside one answer only
 * @param duplicates where the same text, or nearly the same, lies too; not answered by themselves
 * @param sources the score of each source that found it: {@code lexical} (BM25), {@code semantic} (cosine, that of a
 *     model whose cosines lie close together stretched to be comparable with MiniLM's)
 */
public record SimilarChunk(
        SourceSpan span,
        @Nullable String symbol,
        String kind,
        double score,
        List<SourceSpan> duplicates,
        Map<String, Double> sources) {
    /** Copies list and map; a missing list is empty. */
    public SimilarChunk {
        duplicates = duplicates == null ? List.of() : List.copyOf(duplicates);
        sources = Map.copyOf(sources);
    }

    /** One that lies nowhere else. */
    public SimilarChunk(
            SourceSpan span, @Nullable String symbol, String kind, double score, Map<String, Double> sources) {
        this(span, symbol, kind, score, List.of(), sources);
    }
}
