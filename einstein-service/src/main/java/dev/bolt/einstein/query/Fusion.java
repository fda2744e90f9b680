package dev.bolt.einstein.query;

import dev.bolt.einstein.lexical.ChunkHit;
import dev.bolt.einstein.lexical.FileHit;
import dev.bolt.einstein.lexical.Naming;
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
 * <pre>  scale · (cosine − least cosine) + weight · BM25 / best BM25 + 0.1 · name + 0.1 · file / best file,</pre>
 *
 * a score that is missing being the least, and the scale that of the model (1 for MiniLM). The name is the part of its
 * words that the question has ({@link Naming}): who describes a function says what its name says. The file is what the
 * words say of the whole file. Both weights were chosen on one repository (see the README). Then tests and foreign code
 * step back. Equal scores stand by path and line.
 *
 * @param lexicalWeight of the words
 */
record Fusion(double lexicalWeight) {
    private static final double NAME_WEIGHT = 0.1;
    private static final double FILE_WEIGHT = 0.1;
    private static final Comparator<Ranked> BEST = Comparator.comparingDouble(Ranked::score)
            .reversed()
            .thenComparing(ranked -> ranked.hit().path())
            .thenComparingInt(ranked -> ranked.hit().startLine())
            .thenComparingInt(ranked -> ranked.hit().endLine());

    /**
     * What is known of the question besides both lists.
     *
     * @param naming tells names
     * @param files what the words say of each file, by path
     * @param aboutTests whether the question speaks of tests
     */
    record Around(Naming naming, Map<String, Double> files, boolean aboutTests) {
        static Around of(String question, List<FileHit> ranked) {
            double best = ranked.stream().mapToDouble(FileHit::score).max().orElse(1);
            Map<String, Double> files = new HashMap<>();
            ranked.forEach(file -> files.put(file.path(), file.score() / best));
            return new Around(Naming.of(question), files, Standing.aboutTests(question));
        }

        double score(ChunkHit hit) {
            return NAME_WEIGHT * naming.share(hit.symbol()) + FILE_WEIGHT * files.getOrDefault(hit.path(), 0.0);
        }
    }

    /**
     * Both lists as one, best first.
     *
     * @param lexical hits of the words, best first; those beyond the candidates give their score to semantic hits and
     *     are not answered
     * @param candidates how many of them may be answered
     * @param semantic hits of the vectors, the score a cosine
     * @param cosineWeight part of the candidates that have a vector, 0 to 1, for a list that most of them cannot be in
     *     must not decide over them; times the scale of the model's cosines
     */
    List<Ranked> fuse(
            List<ChunkHit> lexical, int candidates, List<ChunkHit> semantic, double cosineWeight, Around around) {
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
                    double score =
                            cosineWeight * (cosine - least) + lexicalWeight * words + around.score(entry.getKey());
                    double factor = Standing.of(entry.getKey().path()).factor(around.aboutTests());
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
