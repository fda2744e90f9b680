package dev.bolt.search.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The packed text of a workspace, mapped: no file is opened to read a chunk, but for those that are not copied, which
 * {@link FileReads} reads. Immutable, safe for many threads.
 */
public final class TextStore {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final List<StoredFile> files;
    private final List<StoredFile> unpacked;
    private final List<StoredFile> binary;
    private final List<MemorySegment> segments;
    private final MemorySegment chunks;
    private final SegmentSums sums;
    private final TextBytes bytes;

    private TextStore(StoreFiles.Table table, List<MemorySegment> segments, MemorySegment chunks, SegmentSums sums) {
        this.files = List.copyOf(table.files());
        this.bytes = table.bytes();
        this.unpacked = files.stream().filter(file -> !file.packed()).toList();
        this.binary = files.stream().filter(file -> file.binaryOffset() != null).toList();
        this.segments = List.copyOf(segments);
        this.chunks = chunks;
        this.sums = sums;
    }

    /**
     * Opens the store; its text is not read.
     *
     * @param sums what the sums of the segments must be, in their order; empty if they are known to be right
     * @throws IOException if one of its files is not there or cannot be understood
     */
    public static TextStore open(Path directory, List<Long> sums) throws IOException {
        StoreFiles.Table table = StoreFiles.read(directory);
        List<MemorySegment> segments = new ArrayList<>();
        for (int i = 0; i < table.segments(); i++) {
            segments.add(map(StoreFiles.segment(directory, i)));
        }
        return new TextStore(table, segments, map(directory.resolve("chunks")), new SegmentSums(segments, sums));
    }

    /** Whether a part of it that was read turned out not to be what was written. */
    public boolean spoiled() {
        return sums.spoiled();
    }

    /** By path. */
    public List<StoredFile> files() {
        return files;
    }

    /** Files that must be searched where they lie. */
    public List<StoredFile> unpacked() {
        return unpacked;
    }

    /** Files whose text is in the store up to some line before the first NUL. */
    public List<StoredFile> binary() {
        return binary;
    }

    /** How many chunks there are. */
    public int chunks() {
        return Math.toIntExact(chunks.byteSize() / Chunk.BYTES);
    }

    /** How much text there is. */
    public TextBytes bytes() {
        return bytes;
    }

    /** Number of the file that a chunk is of. */
    public int fileOf(int chunk) {
        return chunks.get(INT, at(chunk));
    }

    /** Bytes of a chunk. */
    public int length(int chunk) {
        return chunks.get(INT, at(chunk) + 16);
    }

    /** Number of a chunk's first line, 1-based. */
    public int firstLine(int chunk) {
        return chunks.get(INT, at(chunk) + 20);
    }

    /** Bytes of some chunks in a row, of one file. */
    public long length(int first, int count) {
        int last = first + count - 1;
        return place(last) + length(last) - place(first);
    }

    /** Whether a chunk's text is here, and not only in its file. */
    public boolean copied(int chunk) {
        return chunks.get(INT, at(chunk) + 4) != Chunk.IN_PLACE;
    }

    /** Where in its segment, or in its file if it is not copied, a chunk begins, bytes. */
    public long place(int chunk) {
        return chunks.get(LONG, at(chunk) + 8);
    }

    /** The text of some chunks in a row, of one file, that are copied. */
    public byte[] text(int first, int count) {
        return mapped(first, count).toArray(ValueLayout.JAVA_BYTE);
    }

    /**
     * The same text, where it lies: not to be kept.
     *
     * @throws SpoiledException if it is not what was written
     */
    public MemorySegment mapped(int first, int count) {
        int number = chunks.get(INT, at(first) + 4);
        sums.check(number);
        return segments.get(number).asSlice(chunks.get(LONG, at(first) + 8), length(first, count));
    }

    private static long at(int chunk) {
        return (long) chunk * Chunk.BYTES;
    }

    private static MemorySegment map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
        }
    }
}
