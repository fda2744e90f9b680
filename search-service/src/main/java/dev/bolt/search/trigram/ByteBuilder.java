package dev.bolt.search.trigram;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/** Bytes that grow, without the locks that streams have. Used by one thread. */
final class ByteBuilder {
    private byte[] bytes = new byte[1 << 16];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Four bytes, the high one first. */
    void addInt(int value) {
        reserve(4);
        bytes[size++] = (byte) (value >>> 24);
        bytes[size++] = (byte) (value >>> 16);
        bytes[size++] = (byte) (value >>> 8);
        bytes[size++] = (byte) value;
    }

    /** From 0 on, in one to five bytes, seven bits each, the low ones first, the high bit set on all but the last. */
    void addVarInt(int value) {
        reserve(5);
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            bytes[size++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void add(ByteBuilder more) {
        reserve(more.size);
        System.arraycopy(more.bytes, 0, bytes, size, more.size);
        size += more.size;
    }

    void add(MemorySegment from, long at, int length) {
        reserve(length);
        MemorySegment.copy(from, ValueLayout.JAVA_BYTE, at, bytes, size, length);
        size += length;
    }

    void add(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    /** Takes away all bytes from here on. */
    byte[] cut(int from) {
        byte[] tail = Arrays.copyOfRange(bytes, from, size);
        size = from;
        return tail;
    }

    /** Writes all, and is empty then. */
    void drainTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
        size = 0;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
