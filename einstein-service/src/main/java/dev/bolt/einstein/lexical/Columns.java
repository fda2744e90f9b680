package dev.bolt.einstein.lexical;

import dev.bolt.einstein.chunk.ChunkId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * What documents say of themselves, read column by column: a thousand hits cost a millisecond, where their stored
 * fields, the texts among them, would have to be decompressed.
 *
 * @param reader a snapshot, held by the caller
 */
record Columns(IndexReader reader) {
    /** What is made of a document. */
    @FunctionalInterface
    interface View<T> {
        /** Null leaves the document out. */
        @Nullable
        T of(Row row, float score) throws IOException;
    }

    /** One document. */
    static final class Row {
        private final SortedDocValues path;
        private final SortedDocValues id;
        private final SortedDocValues symbol;
        private final SortedDocValues kind;
        private final NumericDocValues start;
        private final NumericDocValues end;
        private final NumericDocValues size;
        private final NumericDocValues modified;
        private int doc;

        private Row(LeafReader leaf) throws IOException {
            path = DocValues.getSorted(leaf, Fields.PATH);
            id = DocValues.getSorted(leaf, Fields.ID);
            symbol = DocValues.getSorted(leaf, Fields.SYMBOL);
            kind = DocValues.getSorted(leaf, Fields.KIND);
            start = DocValues.getNumeric(leaf, Fields.START);
            end = DocValues.getNumeric(leaf, Fields.END);
            size = DocValues.getNumeric(leaf, Fields.SIZE);
            modified = DocValues.getNumeric(leaf, Fields.MODIFIED);
        }

        private @Nullable String word(SortedDocValues column) throws IOException {
            return column.advanceExact(doc)
                    ? column.lookupOrd(column.ordValue()).utf8ToString()
                    : null;
        }

        private long number(NumericDocValues column) throws IOException {
            return column.advanceExact(doc) ? column.longValue() : 0;
        }

        private String name(SortedDocValues column) throws IOException {
            String word = word(column);
            return word == null ? "" : word;
        }

        String path() throws IOException {
            return name(path);
        }

        FileStamp stamp() throws IOException {
            return new FileStamp(path(), number(size), number(modified));
        }

        /** Null for a file. */
        @Nullable
        ChunkHit chunk(double score) throws IOException {
            String identity = word(id);
            return identity == null
                    ? null
                    : new ChunkHit(
                            new ChunkId(identity),
                            path(),
                            word(symbol),
                            name(kind),
                            (int) number(start),
                            (int) number(end),
                            score);
        }

        boolean passes(Filter filter) throws IOException {
            return filter.accepts(path(), name(kind), number(modified));
        }
    }

    /** What the function makes of these documents, in their order; linear, plus a sort. */
    <T> List<T> read(ScoreDoc[] docs, View<T> view) throws IOException {
        List<Optional<T>> seen = new ArrayList<>(Collections.nCopies(docs.length, Optional.empty()));
        Integer[] order = new Integer[docs.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingInt(i -> docs[i].doc));
        Row row = null;
        int next = 0;
        int base = 0;
        for (int at : order) {
            if (row == null || docs[at].doc >= next) {
                LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(docs[at].doc, reader.leaves()));
                row = new Row(leaf.reader());
                base = leaf.docBase;
                next = base + leaf.reader().maxDoc();
            }
            row.doc = docs[at].doc - base;
            seen.set(at, Optional.ofNullable(view.of(row, docs[at].score)));
        }
        return seen.stream().flatMap(Optional::stream).toList();
    }
}
