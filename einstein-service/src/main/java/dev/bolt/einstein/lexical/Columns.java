package dev.bolt.einstein.lexical;

import dev.bolt.einstein.chunk.ChunkId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * What documents say of themselves, read column by column: a thousand hits cost a millisecond, where their stored
 * fields, the texts among them, would have to be decompressed.
 *
 * @param reader a snapshot, held by the caller
 * @param segments what is known of its parts
 */
record Columns(IndexReader reader, Segments segments) {
    /** What is made of a document. */
    @FunctionalInterface
    interface View<T> {
        /** Null leaves the document out. */
        @Nullable
        T of(Row row, float score) throws IOException;
    }

    /** One document. */
    static final class Row {
        private final Segment segment;
        private final BinaryDocValues id;
        private final BinaryDocValues symbol;
        private final BinaryDocValues kind;
        private final NumericDocValues start;
        private final NumericDocValues end;
        private final NumericDocValues size;
        private final NumericDocValues modified;
        private final NumericDocValues changed;
        private final int base;
        private int doc;

        private Row(LeafReaderContext context, Segment segment) throws IOException {
            this.segment = segment;
            LeafReader leaf = context.reader();
            base = context.docBase;
            id = DocValues.getBinary(leaf, Fields.ID);
            symbol = DocValues.getBinary(leaf, Fields.SYMBOL);
            kind = DocValues.getBinary(leaf, Fields.KIND);
            start = DocValues.getNumeric(leaf, Fields.START);
            end = DocValues.getNumeric(leaf, Fields.END);
            size = DocValues.getNumeric(leaf, Fields.SIZE);
            modified = DocValues.getNumeric(leaf, Fields.MODIFIED);
            changed = DocValues.getNumeric(leaf, Fields.CHANGED);
        }

        /** Its number in the snapshot. */
        int document() {
            return base + doc;
        }

        private @Nullable String word(BinaryDocValues column) throws IOException {
            return column.advanceExact(doc) ? column.binaryValue().utf8ToString() : null;
        }

        private long number(NumericDocValues column) throws IOException {
            return column.advanceExact(doc) ? column.longValue() : 0;
        }

        private String name(BinaryDocValues column) throws IOException {
            String word = word(column);
            return word == null ? "" : word;
        }

        String path() {
            return segment.path(segment.file(doc));
        }

        FileStamp stamp() throws IOException {
            return new FileStamp(path(), number(size), number(modified), number(changed));
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
        var order = new long[docs.length];
        for (int i = 0; i < docs.length; i++) {
            order[i] = (long) docs[i].doc << Integer.SIZE | i;
        }
        Arrays.sort(order);
        List<@Nullable T> seen = new ArrayList<@Nullable T>(Collections.nCopies(docs.length, null));
        Row row = null;
        int next = 0;
        for (long key : order) {
            ScoreDoc at = docs[(int) key];
            if (row == null || at.doc >= next) {
                LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(at.doc, reader.leaves()));
                row = new Row(leaf, segments.of(leaf.reader()));
                next = row.base + leaf.reader().maxDoc();
            }
            row.doc = at.doc - row.base;
            seen.set((int) key, view.of(row, at.score));
        }
        var found = new ArrayList<T>(docs.length);
        for (T one : seen) {
            if (one != null) {
                found.add(one);
            }
        }
        return found;
    }
}
