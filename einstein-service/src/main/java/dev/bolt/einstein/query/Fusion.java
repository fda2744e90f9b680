package dev.bolt.einstein.query;

import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.einstein.lexical.ChunkHit;
import dev.bolt.einstein.lexical.FileHit;
import dev.bolt.einstein.lexical.Naming;
import dev.bolt.einstein.lexical.Standing;
import dev.bolt.platform.question.AboutTests;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * A convex combination of both scores (Bruch, Gai, Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval", TOIS
 * 2023, who find it better than rank fusion, and so do we: see the README):
 *
 * <pre>  model · (likeness − least likeness) + weight · BM25 / best BM25 + 0.1 · name + 0.1 · file / best file,</pre>
 *
 * a score that is missing being the least, and the first factor what the model is worth (1 for MiniLM). A candidate
 * without a vector is as likely as those that have one make one expect: on average a likeness grows by as much as the
 * other terms together do, on the scale of MiniLM (by 1.03 for django's docstrings), and who has vectors are the most
 * promising, so to take it for one of them would be too much. The name is the part of its words that the question has
 * ({@link Naming}): who describes a function says what its name says. The file is what the words say of the whole file.
 * Both weights were chosen on one repository (see the README). Then tests and foreign code step back. Equal scores
 * stand by path and line.
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
            return new Around(Naming.of(question), files, AboutTests.asks(question));
        }

        double score(ChunkHit hit) {
            return NAME_WEIGHT * naming.share(hit.symbol()) + FILE_WEIGHT * files.getOrDefault(hit.path(), 0.0);
        }
    }

    /**
     * What the vectors say.
     *
     * @param near hits of the vectors, the score a likeness
     * @param unknown candidates that have no vector yet
     * @param weight of a likeness, 0 if no candidate has a vector, so that nothing is known of those that lack one
     */
    record Meaning(List<ChunkHit> near, Set<ChunkId> unknown, double weight) {
        static final Meaning NONE = new Meaning(List.of(), Set.of(), 0);

        /**
         * Over the least; of candidates that are not near, too.
         *
         * @param prior what is known of each candidate besides
         */
        private ToDoubleFunction<ChunkHit> likeness(List<ChunkHit> candidates, ToDoubleFunction<ChunkHit> prior) {
            double least = near.stream().mapToDouble(ChunkHit::score).min().orElse(0);
            Map<ChunkId, Double> scores = new HashMap<>();
            near.forEach(hit -> scores.put(hit.id(), hit.score()));
            if (unknown.isEmpty()) {
                return hit -> scores.getOrDefault(hit.id(), least) - least;
            }
            double over = candidates.stream()
                    .filter(hit -> !unknown.contains(hit.id()))
                    .mapToDouble(hit -> scores.getOrDefault(hit.id(), least) - least - prior.applyAsDouble(hit))
                    .average()
                    .orElse(0);
            return hit -> unknown.contains(hit.id())
                    ? Math.max(0, over + prior.applyAsDouble(hit))
                    : scores.getOrDefault(hit.id(), least) - least;
        }
    }

    /**
     * The candidates of the words, most promising first, by all that is known of them without a vector: in this order
     * they are given the vectors they lack.
     *
     * @param lexical hits of the words, best first
     * @param candidates how many of them are candidates
     */
    List<ChunkHit> promising(List<ChunkHit> lexical, int candidates, Around around) {
        List<ChunkHit> head = lexical.stream().limit(candidates).toList();
        return fuse(head, candidates, Meaning.NONE, around).stream()
                .map(Ranked::hit)
                .toList();
    }

    /**
     * Both lists as one, best first.
     *
     * @param lexical hits of the words, best first; those beyond the candidates give their score to semantic hits and
     *     are not answered
     * @param candidates how many of them may be answered
     */
    List<Ranked> fuse(List<ChunkHit> lexical, int candidates, Meaning meaning, Around around) {
        double best = lexical.stream().mapToDouble(ChunkHit::score).max().orElse(1);
        List<ChunkHit> head = lexical.stream().limit(candidates).toList();
        Map<ChunkHit, Map<String, Double>> sources = new LinkedHashMap<>();
        head.forEach(hit -> sources(sources, hit).put(Ranked.LEXICAL, hit.score()));
        meaning.near().forEach(hit -> sources(sources, hit).put(Ranked.SEMANTIC, hit.score()));
        lexical.stream().skip(candidates).forEach(hit -> {
            var known = sources.get(hit.scored(0));
            if (known != null) {
                known.put(Ranked.LEXICAL, hit.score());
            }
        });
        ToDoubleFunction<ChunkHit> prior = hit -> {
            double words = sources(sources, hit).getOrDefault(Ranked.LEXICAL, 0.0) / best;
            return lexicalWeight * words + around.score(hit);
        };
        ToDoubleFunction<ChunkHit> likeness = meaning.likeness(head, prior);
        return sources.entrySet().stream()
                .map(entry -> {
                    ChunkHit hit = entry.getKey();
                    double score = meaning.weight() * likeness.applyAsDouble(hit) + prior.applyAsDouble(hit);
                    double factor = Standing.of(hit.path()).factor(around.aboutTests());
                    return new Ranked(hit, score * factor, entry.getValue());
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
