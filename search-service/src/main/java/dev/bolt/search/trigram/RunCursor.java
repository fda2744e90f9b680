package dev.bolt.search.trigram;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A place in a {@link GramRun}: one trigram's postings. Used by one thread. */
final class RunCursor implements Comparable<RunCursor>, AutoCloseable {
    private static final int END = Integer.MAX_VALUE;

    private final DataInputStream in;
    private final int number;
    private final int firstChunk;
    private int gram;
    private int count;
    private int first;
    private int last;
    private byte[] deltas = {};

    /** @param firstChunk what its chunk 0 is among all */
    RunCursor(Path run, int number, int firstChunk) throws IOException {
        this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(run), 1 << 15));
        this.number = number;
        this.firstChunk = firstChunk;
        advance();
    }

    boolean atEnd() {
        return gram == END;
    }

    int gram() {
        return gram;
    }

    int count() {
        return count;
    }

    /** First chunk, among all. */
    int first() {
        return firstChunk + first;
    }

    /** Last chunk, among all. */
    int last() {
        return firstChunk + last;
    }

    byte[] deltas() {
        return deltas;
    }

    void advance() throws IOException {
        int b0 = in.read();
        if (b0 < 0) {
            gram = END;
            return;
        }
        gram = b0 << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
        count = VarInts.read(in);
        first = VarInts.read(in);
        last = VarInts.read(in);
        deltas = in.readNBytes(VarInts.read(in));
    }

    @Override
    public int compareTo(RunCursor other) {
        return gram != other.gram ? Integer.compare(gram, other.gram) : Integer.compare(number, other.number);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
