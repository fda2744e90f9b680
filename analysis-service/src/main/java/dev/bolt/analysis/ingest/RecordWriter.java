package dev.bolt.analysis.ingest;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers of variable length and texts, each text once: paths and names repeat. The other end is RecordReader. */
final class RecordWriter implements Closeable {
    private static final int LOW_BITS = 0x7f;
    private static final int MORE = 0x80;

    private final DataOutputStream out;
    private final Map<String, Integer> texts = new HashMap<>();

    RecordWriter(DataOutputStream out) {
        this.out = out;
    }

    /** Not negative. */
    void number(long value) throws IOException {
        long rest = value;
        while (rest > LOW_BITS) {
            out.writeByte((int) (rest & LOW_BITS) | MORE);
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    void fixed(long value) throws IOException {
        out.writeLong(value);
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
        out.write(bytes);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
