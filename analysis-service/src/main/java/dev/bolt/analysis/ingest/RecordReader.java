package dev.bolt.analysis.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what RecordWriter wrote; equal texts are one object. From memory: a stream's locks cost more than the reading.
 */
final class RecordReader {
    private static final int LOW_BITS = 0x7f;
    private static final int MORE = 0x80;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private final int end;
    private final List<String> texts = new ArrayList<>();
    private int at;

    /** @param end behind the last byte to read */
    RecordReader(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            need(1);
            int next = bytes[at++];
            value |= (long) (next & LOW_BITS) << shift;
            if ((next & MORE) == 0) {
                return value;
            }
        }
        throw new IOException("a number that never ends");
    }

    int small() throws IOException {
        return Math.toIntExact(number());
    }

    long fixed() throws IOException {
        need(Long.BYTES);
        long value = (long) LONG.get(bytes, at);
        at += Long.BYTES;
        return value;
    }

    private void need(int more) throws EOFException {
        if (more < 0 || end - at < more) {
            throw new EOFException("it ends too early");
        }
    }

    @Nullable
    String textOrNull() throws IOException {
        int kind = small();
        if (kind == 0) {
            return null;
        }
        if (kind > 1) {
            return texts.get(kind - 2);
        }
        int length = small();
        need(length);
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        texts.add(text);
        return text;
    }

    String text() throws IOException {
        String text = textOrNull();
        if (text == null) {
            throw new IOException("a text that is missing");
        }
        return text;
    }
}
