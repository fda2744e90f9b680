package dev.bolt.einstein.lexical;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/**
 * What every question asks of a segment, on the heap: its files, and the lengths of its texts (Lucene's norms), which
 * are sparse on disk because files and chunks lie in one index. Some 4 bytes a document and a path a file; deleted
 * documents are among them. Immutable.
 */
final class Segment {
    private final int[] files;
    private final String[] paths;
    private final Standing[] standings;
    private final Map<String, byte[]> lengths;

    private Segment(int[] files, String[] paths, Standing[] standings, Map<String, byte[]> lengths) {
        this.files = files;
        this.paths = paths;
        this.standings = standings;
        this.lengths = lengths;
    }

    /** Linear in the documents. */
    static Segment read(LeafReader leaf) throws IOException {
        int[] files = documents(leaf);
        var paths = new String[files.length];
        var standings = new Standing[files.length];
        BinaryDocValues path = DocValues.getBinary(leaf, Fields.PATH);
        NumericDocValues standing = DocValues.getNumeric(leaf, Fields.STANDING);
        for (int i = 0; i < files.length; i++) {
            paths[i] = path.advanceExact(files[i]) ? path.binaryValue().utf8ToString() : "";
            standings[i] = Standing.values()[standing.advanceExact(files[i]) ? (int) standing.longValue() : 0];
        }
        Map<String, byte[]> lengths = new HashMap<>();
        for (String field : List.of(Fields.CHUNK, Fields.FILE_BODY, Fields.FILE_PATH, Fields.FILE_OUTLINE)) {
            NumericDocValues norms = leaf.getNormValues(field);
            if (norms != null) {
                lengths.put(field, bytes(norms, leaf.maxDoc()));
            }
        }
        return new Segment(files, paths, standings, lengths);
    }

    private static int[] documents(LeafReader leaf) throws IOException {
        var term = new Term(Fields.FILE, "1");
        var files = new int[leaf.docFreq(term)];
        PostingsEnum postings = leaf.postings(term, PostingsEnum.NONE);
        int count = 0;
        while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            files[count++] = postings.docID();
        }
        return Arrays.copyOf(files, count);
    }

    /** A norm of Lucene's is a byte. */
    private static byte[] bytes(NumericDocValues norms, int documents) throws IOException {
        var bytes = new byte[documents];
        while (norms.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            bytes[norms.docID()] = (byte) norms.longValue();
        }
        return bytes;
    }

    /** How many files it has. */
    int files() {
        return files.length;
    }

    /** The ordinal of the file that this document is, or belongs to: a file stands behind its chunks. O(log files). */
    int file(int document) {
        int found = Arrays.binarySearch(files, document);
        return found >= 0 ? found : -found - 1;
    }

    String path(int file) {
        return paths[file];
    }

    Standing standing(int file) {
        return standings[file];
    }

    /** By document; null if no text of the field is in it. */
    byte @Nullable [] lengths(String field) {
        return lengths.get(field);
    }
}
