package dev.bolt.einstein.lexical;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.jspecify.annotations.Nullable;

/** An index that takes the lengths of texts from its {@link Segment segments}; scores are Lucene's own. */
final class Snapshot extends FilterDirectoryReader {
    private final Segments segments;

    /** Of a reader that the caller holds as long as this is used; not to be closed. */
    Snapshot(DirectoryReader reader, Segments segments) throws IOException {
        super(reader, new SubReaderWrapper() {
            @Override
            public LeafReader wrap(LeafReader leaf) {
                return new Leaf(leaf, segments.of(leaf));
            }
        });
        this.segments = segments;
    }

    @Override
    protected DirectoryReader doWrapDirectoryReader(DirectoryReader reader) throws IOException {
        return new Snapshot(reader, segments);
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
        return in.getReaderCacheHelper();
    }

    private static final class Leaf extends FilterLeafReader {
        private final Segment segment;

        Leaf(LeafReader in, Segment segment) {
            super(in);
            this.segment = segment;
        }

        @Override
        public @Nullable NumericDocValues getNormValues(String field) throws IOException {
            byte[] lengths = segment.lengths(field);
            return lengths == null ? super.getNormValues(field) : new Lengths(lengths);
        }

        @Override
        public @Nullable CacheHelper getCoreCacheHelper() {
            return in.getCoreCacheHelper();
        }

        @Override
        public @Nullable CacheHelper getReaderCacheHelper() {
            return in.getReaderCacheHelper();
        }
    }

    /** Asked for documents that have the field only, and so need not know which do. */
    private static final class Lengths extends NumericDocValues {
        private final byte[] lengths;
        private int document = -1;

        Lengths(byte[] lengths) {
            this.lengths = lengths;
        }

        @Override
        public long longValue() {
            return lengths[document];
        }

        @Override
        public void longValues(int size, int[] documents, long[] values, long missing) {
            for (int i = 0; i < size; i++) {
                values[i] = lengths[documents[i]];
            }
        }

        @Override
        public boolean advanceExact(int target) {
            document = target;
            return true;
        }

        @Override
        public int advance(int target) {
            document = target < lengths.length ? target : NO_MORE_DOCS;
            return document;
        }

        @Override
        public int nextDoc() {
            return advance(document + 1);
        }

        @Override
        public int docID() {
            return document;
        }

        @Override
        public long cost() {
            return lengths.length;
        }
    }
}
