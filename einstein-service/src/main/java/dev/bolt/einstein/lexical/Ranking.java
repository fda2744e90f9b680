package dev.bolt.einstein.lexical;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * Ranks chunks by BM25F (Robertson, Zaragoza, Taylor, CIKM 2004; names twice, which {@link Fields} says by writing them
 * twice, so that one field is searched and blocks of documents that cannot win are skipped) and files by a weighted
 * sum:
 *
 * <pre>  body + 0.5 · path + 0.5 · outline + 1.0 · best definition,</pre>
 *
 * each BM25 divided by the largest of its kind in this answer, the sum times the file's {@link Standing}. The weights
 * are the reference ranking of the evaluation sets; sweeping them moved the reciprocal rank by noise only, and a
 * normalised sum was at least as good as rank fusion where scores share a scale. Ties are broken by path.
 */
final class Ranking {
    private static final List<String> FILE_FIELDS = List.of(Fields.FILE_BODY, Fields.FILE_PATH, Fields.FILE_OUTLINE);
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

    /**
     * A hit as the words alone rank it.
     *
     * @param factor of its file's standing
     */
    record Standed(ChunkHit hit, double factor) {
        ChunkHit demoted() {
            return hit.scored(hit.score() * factor);
        }
    }

    /** Best first, not yet demoted. */
    List<Standed> chunks(QueryTerms terms) throws IOException {
        ScoreDoc[] best = searcher.search(filter.chunks(query(terms, Fields.CHUNK)), depth).scoreDocs;
        return columns.read(best, (row, score) -> {
            ChunkHit hit = row.chunk(score);
            return hit == null ? null : new Standed(hit, row.standing().factor(aboutTests));
        });
    }

    /** The same hits as they are answered: tests and foreign code step back. */
    static List<ChunkHit> demoted(List<Standed> hits) {
        return hits.stream().map(Standed::demoted).sorted(BEST_CHUNK).toList();
    }

    /** @param definitions the chunks found for the same question */
    List<FileHit> files(QueryTerms terms, List<Standed> definitions) throws IOException {
        Map<Integer, FileParts> found = new HashMap<>();
        for (String field : FILE_FIELDS) {
            ScoreDoc[] best = searcher.search(filter.files(query(terms, field)), depth).scoreDocs;
            for (ScoreDoc one : best) {
                double share = one.score / (double) best[0].score;
                FileParts parts = found.computeIfAbsent(one.doc, any -> new FileParts());
                switch (field) {
                    case Fields.FILE_BODY -> parts.body = share;
                    case Fields.FILE_PATH -> parts.path = share;
                    default -> parts.outline = share;
                }
            }
        }
        return ranked(named(found), definitions);
    }

    /** By path; documents are looked at in their order. */
    private Map<String, FileParts> named(Map<Integer, FileParts> found) throws IOException {
        ScoreDoc[] docs =
                found.keySet().stream().map(doc -> new ScoreDoc(doc, 0)).toArray(ScoreDoc[]::new);
        Map<String, FileParts> named = HashMap.newHashMap(docs.length);
        columns.read(docs, (row, score) -> {
            FileParts parts = Objects.requireNonNull(found.get(row.document()));
            parts.factor = row.standing().factor(aboutTests);
            return named.put(row.path(), parts);
        });
        return named;
    }

    private static List<FileHit> ranked(Map<String, FileParts> named, List<Standed> definitions) {
        double best =
                definitions.stream().mapToDouble(one -> one.hit().score()).max().orElse(1);
        for (Standed one : definitions) {
            FileParts parts = named.computeIfAbsent(one.hit().path(), any -> new FileParts());
            parts.factor = one.factor();
            parts.definition = Math.max(parts.definition, one.hit().score() / best);
        }
        var files = new ArrayList<FileHit>(named.size());
        named.forEach((path, parts) -> files.add(new FileHit(path, parts.score(), parts.words())));
        files.sort(BEST_FILE);
        return files;
    }

    private static Query query(QueryTerms terms, String field) {
        var query = new BooleanQuery.Builder();
        for (String term : terms.all()) {
            query.add(new TermQuery(new Term(field, term)), BooleanClause.Occur.SHOULD);
        }
        return query.build();
    }
}
