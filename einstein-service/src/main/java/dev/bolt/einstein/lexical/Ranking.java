package dev.bolt.einstein.lexical;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

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
    private final IndexSearcher searcher;
    private final FileNumbers files;
    private final Columns columns;
    private final Filter filter;
    private final int depth;
    private final boolean aboutTests;

    Ranking(IndexSearcher searcher, Segments segments, int depth, Filter filter, boolean aboutTests) {
        this.searcher = searcher;
        this.files = FileNumbers.of(searcher.getIndexReader(), segments);
        this.columns = new Columns(searcher.getIndexReader(), segments);
        this.filter = filter;
        this.depth = depth;
        this.aboutTests = aboutTests;
    }

    /**
     * A hit as the words alone rank it.
     *
     * @param file its ordinal
     * @param factor of its file's standing
     */
    record Standed(ChunkHit hit, int file, double factor) {
        ChunkHit demoted() {
            return hit.scored(hit.score() * factor);
        }
    }

    /** Best first, not yet demoted. */
    List<Standed> chunks(QueryTerms terms) throws IOException {
        ScoreDoc[] best = searcher.search(filter.chunks(query(terms, Fields.CHUNK)), depth).scoreDocs;
        return columns.read(best, (row, score) -> {
            ChunkHit hit = row.chunk(score);
            int file = files.of(row.document());
            return hit == null
                    ? null
                    : new Standed(hit, file, files.standing(file).factor(aboutTests));
        });
    }

    /** The same hits as they are answered: tests and foreign code step back. */
    static List<ChunkHit> demoted(List<Standed> hits) {
        return hits.stream().map(Standed::demoted).sorted(Ranking::best).toList();
    }

    private static int best(ChunkHit one, ChunkHit other) {
        int order = Double.compare(other.score(), one.score());
        order = order != 0 ? order : one.path().compareTo(other.path());
        return order != 0 ? order : Integer.compare(one.startLine(), other.startLine());
    }

    /** @param definitions the chunks found for the same question */
    List<FileHit> files(QueryTerms terms, List<Standed> definitions) throws IOException {
        var found = new FileParts[files.count()];
        for (String field : FILE_FIELDS) {
            ScoreDoc[] best = searcher.search(filter.files(query(terms, field)), depth).scoreDocs;
            for (ScoreDoc one : best) {
                double share = one.score / (double) best[0].score;
                FileParts parts = parts(found, files.of(one.doc));
                switch (field) {
                    case Fields.FILE_BODY -> parts.body = share;
                    case Fields.FILE_PATH -> parts.path = share;
                    default -> parts.outline = share;
                }
            }
        }
        double best =
                definitions.stream().mapToDouble(one -> one.hit().score()).max().orElse(1);
        for (Standed one : definitions) {
            FileParts parts = parts(found, one.file());
            parts.definition = Math.max(parts.definition, one.hit().score() / best);
        }
        return ranked(found);
    }

    private static FileParts parts(@Nullable FileParts[] found, int file) {
        FileParts parts = found[file];
        if (parts == null) {
            parts = new FileParts();
            found[file] = parts;
        }
        return parts;
    }

    private List<FileHit> ranked(@Nullable FileParts[] found) {
        var ranked = new ArrayList<FileHit>();
        for (int file = 0; file < found.length; file++) {
            FileParts parts = found[file];
            if (parts != null) {
                double score = parts.score(files.standing(file).factor(aboutTests));
                ranked.add(new FileHit(files.path(file), score, parts));
            }
        }
        ranked.sort(Ranking::best);
        return ranked;
    }

    private static int best(FileHit one, FileHit other) {
        int order = Double.compare(other.score(), one.score());
        return order != 0 ? order : one.path().compareTo(other.path());
    }

    private static Query query(QueryTerms terms, String field) {
        var query = new BooleanQuery.Builder();
        for (String term : terms.all()) {
            query.add(new TermQuery(new Term(field, term)), BooleanClause.Occur.SHOULD);
        }
        return query.build();
    }
}
