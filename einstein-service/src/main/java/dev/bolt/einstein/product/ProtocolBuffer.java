package dev.bolt.einstein.product;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A message of protocol buffers, written field by field in the order of the calls: the little of the wire format
 * (protobuf.dev, "Encoding") that a network of ONNX needs. Fields are told by their numbers in {@code onnx.proto}.
 */
public final class ProtocolBuffer extends ByteArrayOutputStream {
    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;
    private static final int GROUP = 0x7f;
    private static final int MORE = 0x80;

    private ProtocolBuffer varint(long value) {
        long rest = value;
        for (; (rest & ~GROUP) != 0; rest >>>= 7) {
            write((int) (rest & GROUP | MORE));
        }
        write((int) rest);
        return this;
    }

    /** An integer or an enum. */
    public ProtocolBuffer number(int field, long value) {
        return varint((long) field << 3 | VARINT).varint(value);
    }

    /** Bytes as they are. */
    public ProtocolBuffer bytes(int field, byte[] bytes) {
        varint((long) field << 3 | LENGTH_DELIMITED).varint(bytes.length).writeBytes(bytes);
        return this;
    }

    /** A string. */
    public ProtocolBuffer text(int field, String text) {
        return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A message within this one. */
    public ProtocolBuffer message(int field, ProtocolBuffer inner) {
        return bytes(field, inner.toByteArray());
    }
}
