package dev.bolt.einstein.query;

import dev.bolt.einstein.lexical.ChunkHit;
import dev.bolt.einstein.lexical.Standing;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A convex combination of both scores (Bruch, Gai, Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval", TOIS
 * 2023, who find it better than rank fusion, and so do we: see the README):
 *
 * <pre>  cosine − least cosine + weight · BM25 / best BM25,</pre>
 *
 * a score that is missing being the least. Then tests and foreign code step back. Equal scores stand by path and line.
 *
 * @param lexicalWeight of the words
 */
record Fusion(double lexicalWeight) {
    private static final Comparator<Ranked> BEST = Comparator.comparingDouble(Ranked::score)
            .reversed()
            .thenComparing(ranked -> ranked.hit().path())
            .thenComparingInt(ranked -> ranked.hit().startLine())
            .thenComparingInt(ranked -> ranked.hit().endLine());

    /**
     * Both lists as one, best first.
     *
     * @param lexical hits of the words, best first; those beyond the candidates give their score to semantic hits and
     *     are not answered
     * @param candidates how many of them may be answered
     * @param semantic hits of the vectors, the score a cosine
     * @param coverage part of the candidates that have a vector, 0 to 1: a list that most of them cannot be in must not
     *     decide over them
     */
    List<Ranked> fuse(
            List<ChunkHit> lexical, int candidates, List<ChunkHit> semantic, double coverage, boolean aboutTests) {
        double best = lexical.stream().mapToDouble(ChunkHit::score).max().orElse(1);
        double least = semantic.stream().mapToDouble(ChunkHit::score).min().orElse(0);
        Map<ChunkHit, Map<String, Double>> sources = new LinkedHashMap<>();
        lexical.stream().limit(candidates).forEach(hit -> sources(sources, hit).put(Ranked.LEXICAL, hit.score()));
        semantic.forEach(hit -> sources(sources, hit).put(Ranked.SEMANTIC, hit.score()));
        lexical.stream().skip(candidates).forEach(hit -> {
            var known = sources.get(hit.scored(0));
            if (known != null) {
                known.put(Ranked.LEXICAL, hit.score());
            }
        });
        return sources.entrySet().stream()
                .map(entry -> {
                    double cosine = entry.getValue().getOrDefault(Ranked.SEMANTIC, least);
                    double words = entry.getValue().getOrDefault(Ranked.LEXICAL, 0.0) / best;
                    double score = coverage * (cosine - least) + lexicalWeight * words;
                    double factor = Standing.of(entry.getKey().path()).factor(aboutTests);
                    return new Ranked(entry.getKey(), score * factor, entry.getValue());
                })
                .sorted(BEST)
                .toList();
    }

    private static Map<String, Double> sources(Map<ChunkHit, Map<String, Double>> sources, ChunkHit hit) {
        return sources.computeIfAbsent(hit.scored(0), any -> new HashMap<>());
    }

    /** One list as it is, with the scores it has. */
    static List<Ranked> alone(String source, List<ChunkHit> ranked) {
        return ranked.stream()
                .map(hit -> new Ranked(hit, hit.score(), Map.of(source, hit.score())))
                .toList();
    }
}
