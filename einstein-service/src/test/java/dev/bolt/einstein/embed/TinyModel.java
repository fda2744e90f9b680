package dev.bolt.einstein.embed;

import dev.bolt.einstein.product.ProtocolBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A real ONNX network of a kilobyte, written field by field (onnx.proto): it looks a row up for every word. Word i of
 * {@link #WORDS} has a one at i and at the last place.
 */
public final class TinyModel {
    static final String[] WORDS = {"[UNK]", "peel", "banana", "crack", "walnut", "query:"};

    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final int dimension;
    private final boolean pooled;
    private final String[] inputs;

    private TinyModel(int dimension, boolean pooled, String... inputs) {
        this.dimension = dimension;
        this.pooled = pooled;
        this.inputs = inputs;
    }

    /** Gives a vector a token. */
    public static TinyModel ofTokens(int dimension) {
        return new TinyModel(dimension, false, "input_ids", "attention_mask");
    }

    static TinyModel pooled(int dimension) {
        return new TinyModel(dimension, true, "input_ids", "attention_mask");
    }

    static TinyModel wanting(String... inputs) {
        return new TinyModel(WORDS.length + 1, false, inputs);
    }

    /** Lays it out in a folder. */
    public Path in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("model.onnx"), network());
        var vocabulary = new StringBuilder();
        for (int i = 0; i < WORDS.length; i++) {
            vocabulary.append(i == 0 ? "" : ",").append("\"%s\":%d".formatted(WORDS[i], i));
        }
        Files.writeString(folder.resolve("tokenizer.json"), """
                {"version":"1.0","truncation":null,"padding":null,"added_tokens":[],"normalizer":{"type":"Lowercase"},
                "pre_tokenizer":{"type":"WhitespaceSplit"},"post_processor":null,"decoder":null,
                "model":{"type":"WordLevel","unk_token":"[UNK]","vocab":{%s}}}""".formatted(vocabulary));
        return folder;
    }

    private byte[] network() {
        var rows = ByteBuffer.allocate(WORDS.length * dimension * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int word = 0; word < WORDS.length; word++) {
            rows.putFloat((word * dimension + word) * Float.BYTES, 1);
            rows.putFloat((word * dimension + dimension - 1) * Float.BYTES, 1);
        }
        var table = new ProtocolBuffer()
                .number(1, WORDS.length)
                .number(1, dimension)
                .number(2, FLOAT)
                .text(8, "table")
                .bytes(9, rows.array());
        var graph = new ProtocolBuffer()
                .message(1, node("Gather", "states", "table", "input_ids"))
                .text(2, "tiny")
                .message(5, table);
        for (String input : inputs) {
            graph.message(11, value(input, INT64, "batch", "tokens"));
        }
        if (pooled) {
            var axes = new ProtocolBuffer().text(1, "axes").number(8, 1).number(20, 7);
            var keep = new ProtocolBuffer().text(1, "keepdims").number(3, 0).number(20, 2);
            graph.message(
                    1, node("ReduceMean", "pooled", "states").message(5, axes).message(5, keep));
            graph.message(12, value("pooled", FLOAT, "batch", "dimension"));
        }
        graph.message(12, value("states", FLOAT, "batch", "tokens", "dimension"));
        return new ProtocolBuffer()
                .number(1, 8)
                .message(7, graph)
                .message(8, new ProtocolBuffer().number(2, 13))
                .toByteArray();
    }

    private static ProtocolBuffer node(String kind, String output, String... inputs) {
        var node = new ProtocolBuffer();
        for (String input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(4, kind);
    }

    private static ProtocolBuffer value(String name, int type, String... axes) {
        var shape = new ProtocolBuffer();
        for (String axis : axes) {
            shape.message(1, new ProtocolBuffer().text(2, axis));
        }
        var tensor = new ProtocolBuffer().number(1, type).message(2, shape);
        return new ProtocolBuffer().text(1, name).message(2, new ProtocolBuffer().message(1, tensor));
    }
}
