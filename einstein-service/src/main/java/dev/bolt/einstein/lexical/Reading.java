package dev.bolt.einstein.lexical;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Looks documents up by an exact term, without scores.
 *
 * @param searcher a snapshot, held by the caller
 */
record Reading(IndexSearcher searcher) {
    /** What is asked of a snapshot. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Reading reading) throws IOException;
    }

    /** Every live document with the term, as the function sees it. */
    <T> List<T> every(String field, String value, Columns.View<T> view) throws IOException {
        var found = new ArrayList<ScoreDoc>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            PostingsEnum postings = leaf.reader().postings(new Term(field, value), PostingsEnum.NONE);
            Bits live = leaf.reader().getLiveDocs();
            while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(postings.docID())) {
                    found.add(new ScoreDoc(leaf.docBase + postings.docID(), 0));
                }
            }
        }
        return new Columns(searcher.getIndexReader()).read(found.toArray(ScoreDoc[]::new), view);
    }

    /** Every value that a live document has in the field. */
    Set<String> values(String field) throws IOException {
        var values = new HashSet<String>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Terms terms = leaf.reader().terms(field);
            if (terms != null) {
                TermsEnum each = terms.iterator();
                for (BytesRef term = each.next(); term != null; term = each.next()) {
                    if (lives(
                            each.postings(null, PostingsEnum.NONE),
                            leaf.reader().getLiveDocs())) {
                        values.add(term.utf8ToString());
                    }
                }
            }
        }
        return values;
    }

    private static boolean lives(PostingsEnum postings, @Nullable Bits live) throws IOException {
        while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (live == null || live.get(postings.docID())) {
                return true;
            }
        }
        return false;
    }

    /** One stored value of the first live document with the term; null if there is none. */
    @Nullable
    String first(String field, String value, String wanted) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            PostingsEnum postings = leaf.reader().postings(new Term(field, value), PostingsEnum.NONE);
            Bits live = leaf.reader().getLiveDocs();
            while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(postings.docID())) {
                    return leaf.reader()
                            .storedFields()
                            .document(postings.docID(), Set.of(wanted))
                            .get(wanted);
                }
            }
        }
        return null;
    }
}
