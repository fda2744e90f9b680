package dev.bolt.einstein.query;

import dev.bolt.api.code.SourceSpan;
import dev.bolt.api.einstein.SimilarChunk;
import dev.bolt.einstein.lexical.ChunkHit;
import dev.bolt.einstein.lexical.Standing;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reciprocal rank fusion (Cormack, Clarke, Büttcher, SIGIR 2009; k = 60): every list gives {@code weight / (60 +
 * rank)}. Vectors weigh twice what words do: on 2,792 questions over django words alone reached a mean reciprocal rank
 * of 0.406, vectors 0.504, both 1:1 0.516, 1:2 0.527. Then tests and foreign code step back. Equal scores stand by path
 * and line.
 */
final class Fusion {
    private static final int K = 60;
    private static final double LEXICAL_WEIGHT = 1;
    private static final double SEMANTIC_WEIGHT = 2;
    private static final Comparator<SimilarChunk> BEST = Comparator.comparingDouble(SimilarChunk::score)
            .reversed()
            .thenComparing(chunk -> chunk.span().path())
            .thenComparingInt(chunk -> chunk.span().startLine());

    private final Map<SourceSpan, ChunkHit> hits = new LinkedHashMap<>();
    private final Map<SourceSpan, Double> scores = new HashMap<>();
    private final Map<SourceSpan, Map<String, Double>> sources = new HashMap<>();

    Fusion lexical(List<ChunkHit> ranked) {
        return add("lexical", LEXICAL_WEIGHT, ranked);
    }

    /**
     * @param coverage part of the best lexical hits that have a vector, 0 to 1: a list that most of them cannot be in
     *     must not decide over them
     */
    Fusion semantic(List<ChunkHit> ranked, double coverage) {
        return add("semantic", SEMANTIC_WEIGHT * coverage, ranked);
    }

    private Fusion add(String source, double weight, List<ChunkHit> ranked) {
        for (int rank = 1; rank <= ranked.size(); rank++) {
            ChunkHit hit = ranked.get(rank - 1);
            SourceSpan span = span(hit);
            hits.putIfAbsent(span, hit);
            scores.merge(span, weight / (K + rank), Double::sum);
            sources.computeIfAbsent(span, any -> new HashMap<>()).put(source, hit.score());
        }
        return this;
    }

    List<SimilarChunk> best(int limit, boolean aboutTests) {
        return hits.entrySet().stream()
                .map(entry -> chunk(
                        entry.getValue(),
                        scores.getOrDefault(entry.getKey(), 0.0)
                                * Standing.of(entry.getValue().path()).factor(aboutTests),
                        sources.getOrDefault(entry.getKey(), Map.of())))
                .sorted(BEST)
                .limit(limit)
                .toList();
    }

    /** One list as it is, with the scores it has. */
    static List<SimilarChunk> alone(String source, List<ChunkHit> ranked, int limit) {
        return ranked.stream()
                .limit(limit)
                .map(hit -> chunk(hit, hit.score(), Map.of(source, hit.score())))
                .toList();
    }

    private static SimilarChunk chunk(ChunkHit hit, double score, Map<String, Double> sources) {
        return new SimilarChunk(span(hit), hit.symbol(), hit.kind(), score, sources);
    }

    private static SourceSpan span(ChunkHit hit) {
        return new SourceSpan(hit.path(), hit.startLine(), hit.endLine());
    }
}
