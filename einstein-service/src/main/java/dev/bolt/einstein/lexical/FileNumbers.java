package dev.bolt.einstein.lexical;

import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;

/**
 * The files of a snapshot, numbered one segment after another.
 *
 * @param leaves its segments
 * @param known what is known of each
 * @param bases the first number of each, and how many there are at the end
 */
record FileNumbers(List<LeafReaderContext> leaves, List<Segment> known, int[] bases) {
    static FileNumbers of(IndexReader reader, Segments segments) {
        List<Segment> known =
                reader.leaves().stream().map(leaf -> segments.of(leaf.reader())).toList();
        var bases = new int[known.size() + 1];
        for (int leaf = 0; leaf < known.size(); leaf++) {
            bases[leaf + 1] = bases[leaf] + known.get(leaf).files();
        }
        return new FileNumbers(reader.leaves(), known, bases);
    }

    /** Deleted ones among them. */
    int count() {
        return bases[known.size()];
    }

    /** The number of the file that this document is, or belongs to. */
    int of(int document) {
        int leaf = ReaderUtil.subIndex(document, leaves);
        return bases[leaf] + known.get(leaf).file(document - leaves.get(leaf).docBase);
    }

    String path(int file) {
        int leaf = leaf(file);
        return known.get(leaf).path(file - bases[leaf]);
    }

    Standing standing(int file) {
        int leaf = leaf(file);
        return known.get(leaf).standing(file - bases[leaf]);
    }

    /** There are a dozen at most, as Lucene merges them. */
    private int leaf(int file) {
        int leaf = 0;
        while (file >= bases[leaf + 1]) {
            leaf++;
        }
        return leaf;
    }
}
