package dev.bolt.analysis.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers of variable length and texts, each text once: paths and names repeat. The other end is RecordReader. */
final class RecordWriter implements Closeable {
    private static final int LOW_BITS = 0x7f;
    private static final int MORE = 0x80;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LONGEST_NUMBER_BYTES = 10;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private final Map<String, Integer> texts = new HashMap<>();

    RecordWriter(OutputStream out) {
        this.out = out;
    }

    /** Not negative. */
    void number(long value) throws IOException {
        if (at > BUFFER_BYTES - LONGEST_NUMBER_BYTES) {
            flush();
        }
        long rest = value;
        while (rest > LOW_BITS) {
            buffer[at++] = (byte) (rest & LOW_BITS | MORE);
            rest >>>= 7;
        }
        buffer[at++] = (byte) rest;
    }

    void fixed(long value) throws IOException {
        if (at > BUFFER_BYTES - Long.BYTES) {
            flush();
        }
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            buffer[at++] = (byte) (value >>> shift);
        }
    }

    /** Hands on what was written so far. */
    void flush() throws IOException {
        out.write(buffer, 0, at);
        at = 0;
    }

    /** 0 is null, 1 a new text, from 2 on those that went before. */
    void text(@Nullable String value) throws IOException {
        if (value == null) {
            number(0);
            return;
        }
        Integer known = texts.putIfAbsent(value, texts.size());
        if (known != null) {
            number(known + 2L);
            return;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(1);
        number(bytes.length);
        if (bytes.length > BUFFER_BYTES - at) {
            flush();
        }
        if (bytes.length > BUFFER_BYTES) {
            out.write(bytes);
        } else {
            System.arraycopy(bytes, 0, buffer, at, bytes.length);
            at += bytes.length;
        }
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
