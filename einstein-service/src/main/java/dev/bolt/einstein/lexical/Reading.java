package dev.bolt.einstein.lexical;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
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
 * @param segments what is known of its parts
 */
record Reading(IndexSearcher searcher, Segments segments) {
    /** What is asked of a snapshot. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Reading reading) throws IOException;
    }

    /** What is done with a document that was found. */
    @FunctionalInterface
    private interface Visit {
        void of(String value, int document) throws IOException;
    }

    /** Every live document with one of the terms, as the function sees it. */
    <T> List<T> every(String field, Collection<String> values, Columns.View<T> view) throws IOException {
        var found = new ArrayList<ScoreDoc>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            visit(leaf, field, values, (value, document) -> found.add(new ScoreDoc(leaf.docBase + document, 0)));
        }
        return new Columns(searcher.getIndexReader(), segments).read(found.toArray(ScoreDoc[]::new), view);
    }

    /** One stored value of a live document with each of the terms, by term. */
    Map<String, String> stored(String field, Collection<String> values, String wanted) throws IOException {
        var found = new HashMap<String, String>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            StoredFields fields = leaf.reader().storedFields();
            visit(leaf, field, values, (value, document) -> {
                if (!found.containsKey(value)) {
                    found.put(value, fields.document(document, Set.of(wanted)).get(wanted));
                }
            });
        }
        return found;
    }

    private static void visit(LeafReaderContext leaf, String field, Collection<String> values, Visit visit)
            throws IOException {
        Terms terms = leaf.reader().terms(field);
        if (terms == null) {
            return;
        }
        TermsEnum each = terms.iterator();
        Bits live = leaf.reader().getLiveDocs();
        PostingsEnum postings = null;
        for (String value : values) {
            if (each.seekExact(new BytesRef(value))) {
                postings = each.postings(postings, PostingsEnum.NONE);
                while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    if (live == null || live.get(postings.docID())) {
                        visit.of(value, postings.docID());
                    }
                }
            }
        }
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
}
