package dev.bolt.orchestrator.evidence;

import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.einstein.SimilarChunk;
import dev.bolt.api.einstein.SimilarityResult;
import dev.bolt.api.search.SearchResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the steps of one solve have found so far; each field is written by one step and read by later ones. */
public final class Gathered {
    /** Lines for each literal that the question holds, by the literal. */
    public final Map<String, SearchResult> literals = new ConcurrentHashMap<>();

    /** Definitions for each identifier that the question names, by the identifier. */
    public final Map<String, List<Symbol>> symbols = new ConcurrentHashMap<>();

    /** Files whose name the question holds, as a path or in a stack trace. */
    public final Set<String> named = ConcurrentHashMap.newKeySet();

    private volatile @Nullable SimilarityResult similar;
    private volatile List<SimilarChunk> inside = List.of();

    /** What means the question; null until found, or if einstein failed. */
    public @Nullable SimilarityResult similar() {
        return similar;
    }

    /** Sets what means the question. */
    public void similar(SimilarityResult result) {
        similar = result;
    }

    /**
     * Every span of the best files that has a word of the question, with what its words say; empty until looked for.
     */
    public List<SimilarChunk> inside() {
        return inside;
    }

    /** Sets the spans of the best files. */
    public void inside(List<SimilarChunk> spans) {
        inside = List.copyOf(spans);
    }
}
