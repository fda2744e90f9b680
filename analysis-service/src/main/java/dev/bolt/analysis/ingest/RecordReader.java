package dev.bolt.analysis.ingest;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what RecordWriter wrote; equal texts are one object. */
final class RecordReader {
    private static final int LOW_BITS = 0x7f;
    private static final int MORE = 0x80;
    private static final int LONGEST_TEXT_BYTES = 16 * 1024 * 1024;

    private final DataInputStream in;
    private final List<String> texts = new ArrayList<>();

    RecordReader(DataInputStream in) {
        this.in = in;
    }

    long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = in.readUnsignedByte();
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
        return in.readLong();
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
        if (length > LONGEST_TEXT_BYTES) {
            throw new IOException("a text of %,d bytes".formatted(length));
        }
        String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
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
