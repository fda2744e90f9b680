package dev.bolt.einstein.lexical;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Ranks chunks by BM25F (Robertson, Zaragoza, Taylor, CIKM 2004; names twice) and files by a weighted sum:
 *
 * <pre>  body + 0.5 · path + 0.5 · outline + 1.0 · best definition,</pre>
 *
 * each BM25 divided by the largest of its kind in this answer, the sum times the file's {@link Standing}. The weights
 * are the reference ranking of the evaluation sets; sweeping them moved the reciprocal rank by noise only, and a
 * normalised sum was at least as good as rank fusion where scores share a scale. Ties are broken by path.
 */
final class Ranking {
    private static final double PATH_WEIGHT = 0.5;
    private static final double OUTLINE_WEIGHT = 0.5;
    private static final double DEFINITION_WEIGHT = 1.0;
    private static final float NAME_WEIGHT = 2f;
    private static final Comparator<ChunkHit> BEST_CHUNK = Comparator.comparingDouble(ChunkHit::score)
            .reversed()
            .thenComparing(ChunkHit::path)
            .thenComparingInt(ChunkHit::startLine);
    private static final Comparator<FileHit> BEST_FILE =
            Comparator.comparingDouble(FileHit::score).reversed().thenComparing(FileHit::path);

    private final IndexSearcher searcher;
    private final Columns columns;
    private final Filter filter;
    private final int depth;
    private final boolean aboutTests;

    Ranking(IndexSearcher searcher, int depth, Filter filter, boolean aboutTests) {
        this.searcher = searcher;
        this.columns = new Columns(searcher.getIndexReader());
        this.filter = filter;
        this.depth = depth;
        this.aboutTests = aboutTests;
    }

    /** Best first, not yet demoted. */
    List<ChunkHit> chunks(QueryTerms terms) throws IOException {
        var query = new BooleanQuery.Builder();
        for (String term : terms.all()) {
            query.add(
                    new CombinedFieldQuery.Builder(term)
                            .addField(Fields.CHUNK_NAME, NAME_WEIGHT)
                            .addField(Fields.CHUNK_PATH)
                            .addField(Fields.CHUNK_SIGNATURE)
                            .addField(Fields.CHUNK_DOC)
                            .addField(Fields.CHUNK_BODY)
                            .build(),
                    BooleanClause.Occur.SHOULD);
        }
        return columns.read(searcher.search(filter.chunks(query.build()), depth).scoreDocs, Columns.Row::chunk);
    }

    /** The same hits as they are answered: tests and foreign code step back. */
    List<ChunkHit> demoted(List<ChunkHit> hits) {
        return hits.stream()
                .map(hit -> hit.scored(hit.score() * Standing.of(hit.path()).factor(aboutTests)))
                .sorted(BEST_CHUNK)
                .toList();
    }

    /** @param definitions the chunks found for the same question */
    List<FileHit> files(QueryTerms terms, List<ChunkHit> definitions) throws IOException {
        var parts = new HashMap<String, Map<String, Double>>();
        add(parts, "body", scores(terms, Fields.FILE_BODY));
        add(parts, "path", scores(terms, Fields.FILE_PATH));
        add(parts, "outline", scores(terms, Fields.FILE_OUTLINE));
        var best = new HashMap<String, Double>();
        definitions.forEach(hit -> best.merge(hit.path(), hit.score(), Math::max));
        add(parts, "definition", best);
        return parts.entrySet().stream()
                .map(entry -> new FileHit(entry.getKey(), score(entry.getKey(), entry.getValue()), entry.getValue()))
                .sorted(BEST_FILE)
                .toList();
    }

    private double score(String path, Map<String, Double> parts) {
        double sum = parts.getOrDefault("body", 0.0)
                + PATH_WEIGHT * parts.getOrDefault("path", 0.0)
                + OUTLINE_WEIGHT * parts.getOrDefault("outline", 0.0)
                + DEFINITION_WEIGHT * parts.getOrDefault("definition", 0.0);
        return sum * Standing.of(path).factor(aboutTests);
    }

    private static void add(Map<String, Map<String, Double>> parts, String part, Map<String, Double> scores) {
        double largest =
                scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        scores.forEach((path, score) ->
                parts.computeIfAbsent(path, any -> new HashMap<>()).put(part, score / largest));
    }

    private Map<String, Double> scores(QueryTerms terms, String field) throws IOException {
        var query = new BooleanQuery.Builder();
        for (String term : terms.all()) {
            Query one = new TermQuery(new Term(field, term));
            query.add(one, BooleanClause.Occur.SHOULD);
        }
        var scores = new HashMap<String, Double>();
        columns.read(searcher.search(filter.files(query.build()), depth).scoreDocs, (row, score) -> {
            scores.put(row.path(), (double) score);
            return null;
        });
        return scores;
    }
}
