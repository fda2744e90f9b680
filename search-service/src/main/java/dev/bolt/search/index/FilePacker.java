package dev.bolt.search.index;

import dev.bolt.platform.workspace.FileStamp;
import dev.bolt.platform.workspace.WorkspaceFile;
import dev.bolt.search.lease.IndexRoom;
import dev.bolt.search.scan.FileText;
import dev.bolt.search.store.BlockWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Arrays;

/**
 * Reads files into a block, what ripgrep would search of them and no more. A large file passes through in pieces; one
 * that is large and also binary beyond its beginning, UTF-16, or has an endless line stays outside the store. Used by
 * one thread. A text is copied if there is room for it; if not, its place is noted.
 */
final class FilePacker {
    private static final int HEAD_BYTES = 65_536;
    private static final int PIECE_BYTES = 1 << 20;
    private static final int LONGEST_LINE = 16 << 20;

    /** Trigrams and tables take about one byte for so many of text; what they took is known when all are merged. */
    static final int GRAMS = 6;

    private final BlockWriter block;
    private final long largeBytes;
    private final IndexRoom.Share share;
    private final InstantSource clock;

    /**
     * @param largeBytes size above which a file is read in pieces
     * @param share what the index may take
     */
    FilePacker(BlockWriter block, long largeBytes, IndexRoom.Share share, InstantSource clock) {
        this.block = block;
        this.largeBytes = largeBytes;
        this.share = share;
        this.clock = clock;
    }

    /**
     * @throws NoRoomException if there is no room for its trigrams, were nothing copied
     * @throws IOException if the block cannot be written; a file that cannot be read has no text
     */
    void pack(WorkspaceFile file) throws IOException {
        FileStamp stamp = FileStamp.of(file.absolute()).asOf(clock.instant());
        if (stamp.sizeBytes() > largeBytes) {
            large(file, stamp);
            return;
        }
        FileText text;
        try {
            text = FileText.read(file.absolute());
        } catch (IOException unreadable) {
            text = FileText.of(new byte[0]);
        }
        if (text.begin() < 0) {
            need(text.searchable());
            block.begin();
            block.own(text.searchable());
        } else {
            block.beginAt(place(text.searchable(), text.begin()));
        }
        need(text.searchable() / GRAMS);
        block.lines(text.bytes(), 0, text.searchable());
        block.end(file.path(), stamp, text.binaryOffset());
    }

    /** Where the text is noted to lie; -1 if it is copied. */
    private long place(long bytes, long begin) {
        return share.room().copies() && share.copy(bytes) ? -1 : begin;
    }

    private void need(long more) throws NoRoomException {
        if (!share.need(more)) {
            throw new NoRoomException();
        }
    }

    private void large(WorkspaceFile file, FileStamp stamp) throws IOException {
        Form form = form(file.absolute());
        if (form == Form.OTHER) {
            block.unpacked(file.path(), stamp);
            return;
        }
        if (form == Form.TEXT) {
            need(stamp.sizeBytes() / GRAMS);
            boolean copied = place(stamp.sizeBytes(), 0) < 0;
            try (InputStream in = open(file.absolute())) {
                lines(in, copied);
            }
        } else {
            block.begin();
        }
        block.end(file.path(), stamp, null);
    }

    private void lines(InputStream in, boolean copied) throws IOException {
        byte[] piece = new byte[PIECE_BYTES];
        int kept = 0;
        boolean first = true;
        while (true) {
            if (kept == piece.length) {
                piece = Arrays.copyOf(piece, piece.length * 2);
            }
            int read = in.readNBytes(piece, kept, piece.length - kept);
            int end = kept + read;
            int from = first && marked(piece, end) ? 3 : 0;
            if (first) {
                block.beginAt(copied ? -1 : from);
                first = false;
            }
            boolean last = end < piece.length;
            int to = end;
            while (!last && to > from && piece[to - 1] != '\n') {
                to--;
            }
            block.lines(piece, from, to);
            kept = end - to;
            System.arraycopy(piece, to, piece, 0, kept);
            if (last) {
                return;
            }
        }
    }

    private enum Form {
        TEXT,
        BINARY,
        OTHER
    }

    private static Form form(Path file) throws IOException {
        byte[] piece = new byte[HEAD_BYTES];
        long line = 0;
        try (InputStream in = open(file)) {
            int read = in.readNBytes(piece, 0, piece.length);
            if (read >= 2 && (piece[0] & 0xFF) + (piece[1] & 0xFF) == 0xFF + 0xFE) {
                return Form.OTHER;
            }
            for (int pieces = 0; read > 0; pieces++) {
                for (int i = 0; i < read; i++) {
                    if (piece[i] == 0) {
                        return pieces == 0 ? Form.BINARY : Form.OTHER;
                    }
                    line = piece[i] == '\n' ? 0 : line + 1;
                    if (line > LONGEST_LINE) {
                        return Form.OTHER;
                    }
                }
                read = in.readNBytes(piece, 0, piece.length);
            }
        } catch (java.nio.file.FileSystemException unreadable) {
            return Form.BINARY;
        }
        return Form.TEXT;
    }

    private static boolean marked(byte[] text, int length) {
        return length >= 3 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF;
    }

    private static InputStream open(Path file) throws IOException {
        return Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }
}
