package dev.bolt.search.store;

import dev.bolt.platform.workspace.FileStamp;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Packs files into one segment, or notes where in them their lines lie. Used by one thread. */
public final class BlockWriter implements AutoCloseable {
    /**
     * Longest chunk of several lines, bytes. Against 64 KiB the candidates of a search are a third to a tenth of the
     * bytes, and postings 14 % of the text instead of 11 % (Linux 6.1); with 4 KiB they would be 18 %.
     */
    public static final int CHUNK_BYTES = 8_192;

    /** Sees each chunk as it is written. */
    public interface Listener {
        void chunk(byte[] text, int from, int to);
    }

    private final OutputStream out;
    private final int segment;
    private final Listener listener;
    private final List<StoredFile> files = new ArrayList<>();
    private final List<Chunk> chunks = new ArrayList<>();
    private long written;
    private long inPlace;
    private long own;
    private int fileBegin;
    private long place;
    private int line;

    public BlockWriter(Path file, int segment, Listener listener) throws IOException {
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 17);
        this.segment = segment;
        this.listener = listener;
    }

    /** Begins a file; its text follows and is copied. */
    public void begin() {
        beginAt(-1);
    }

    /** Begins a file; its text follows and is not copied: it lies in the file, from here on. */
    public void beginAt(long offset) {
        place = offset;
        fileBegin = chunks.size();
        line = 1;
    }

    /**
     * Takes whole lines, the last of which may lack its end if nothing follows.
     *
     * @param text not kept
     */
    public void lines(byte[] text, int from, int to) throws IOException {
        for (int start = from; start < to; ) {
            int end = cut(text, start, to);
            listener.chunk(text, start, end);
            add(text, start, end);
            for (int i = start; i < end; i++) {
                line += text[i] == '\n' ? 1 : 0;
            }
            start = end;
        }
    }

    private void add(byte[] text, int start, int end) throws IOException {
        int length = end - start;
        if (place >= 0) {
            chunks.add(new Chunk(files.size(), Chunk.IN_PLACE, place, length, line));
            place += length;
            inPlace += length;
        } else {
            chunks.add(new Chunk(files.size(), segment, written, length, line));
            out.write(text, start, length);
            written += length;
        }
    }

    /** Ends a file. */
    public void end(String path, FileStamp stamp, @Nullable Long binaryOffset) {
        files.add(new StoredFile(path, stamp, true, binaryOffset, fileBegin, chunks.size() - fileBegin));
    }

    /** So much of what was copied is in no file. */
    public void own(long bytes) {
        own += bytes;
    }

    /** Takes a file without its text. */
    public void unpacked(String path, FileStamp stamp) {
        files.add(new StoredFile(path, stamp, false, null, chunks.size(), 0));
    }

    /** What was packed. */
    public Block block() {
        return new Block(files, chunks, new TextBytes(written - own, inPlace, own));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static int cut(byte[] text, int start, int to) {
        int most = Math.min(to, start + CHUNK_BYTES);
        if (most == to) {
            return to;
        }
        int end = most;
        while (end > start && text[end - 1] != '\n') {
            end--;
        }
        if (end == start) {
            end = most;
            while (end < to && text[end - 1] != '\n') {
                end++;
            }
        }
        return end;
    }
}
