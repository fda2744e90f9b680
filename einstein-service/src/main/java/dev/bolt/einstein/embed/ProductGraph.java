package dev.bolt.einstein.embed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The network behind {@link Product}: {@code TopK(questions × rowsᵀ, k)}, with operators that every execution provider
 * of ONNX Runtime has or leaves to the processor. The rows are a constant of the network, so that they are brought to
 * an accelerator once. In half precision both sides are cast to float16 before they are multiplied, and the scores back
 * to float32 after it, which TopK wants on a processor.
 *
 * @param rows one after another
 * @param dimension of a row
 * @param half whether to multiply in half precision
 */
record ProductGraph(float[][] rows, int dimension, boolean half) {
    static final String QUESTIONS = "questions";
    static final String K = "k";
    static final String SCORES = "scores";
    static final String ORDINALS = "ordinals";

    /** Of TensorProto.DataType. */
    private static final int FLOAT = 1;

    private static final int INT64 = 7;
    private static final int FLOAT16 = 10;
    /** AttributeProto.AttributeType.INT. */
    private static final int INT = 2;

    /** Written into the file: of ONNX 1.13, which every runtime of the last years reads. */
    private static final int IR_VERSION = 8;

    private static final int OPERATORS_VERSION = 17;

    /** As a file of ONNX. */
    byte[] bytes() {
        var graph = new ProtocolBuffer();
        String left = half ? cast(graph, QUESTIONS, FLOAT16) : QUESTIONS;
        String right = half ? cast(graph, "rows", FLOAT16) : "rows";
        graph.message(1, node("MatMul", "product", left, right));
        String product = half ? cast(graph, "product", FLOAT) : "product";
        graph.message(1, node("TopK", SCORES, product, K).text(2, ORDINALS));
        graph.text(2, "product").message(5, transposed());
        graph.message(11, value(QUESTIONS, FLOAT, "questions", "dimension"));
        graph.message(11, value(K, INT64, "one"));
        graph.message(12, value(SCORES, FLOAT, "questions", "found"));
        graph.message(12, value(ORDINALS, INT64, "questions", "found"));
        return new ProtocolBuffer()
                .number(1, IR_VERSION)
                .message(7, graph)
                .message(8, new ProtocolBuffer().number(2, OPERATORS_VERSION))
                .toByteArray();
    }

    private static String cast(ProtocolBuffer graph, String input, int type) {
        String output = input + " as " + type;
        var to = new ProtocolBuffer().text(1, "to").number(3, type).number(20, INT);
        graph.message(1, node("Cast", output, input).message(5, to));
        return output;
    }

    private static ProtocolBuffer node(String kind, String output, String... inputs) {
        var node = new ProtocolBuffer();
        for (String input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(4, kind);
    }

    private ProtocolBuffer transposed() {
        var data = ByteBuffer.allocate(rows.length * dimension * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int d = 0; d < dimension; d++) {
            for (float[] row : rows) {
                data.putFloat(row[d]);
            }
        }
        return new ProtocolBuffer()
                .number(1, dimension)
                .number(1, rows.length)
                .number(2, FLOAT)
                .text(8, "rows")
                .bytes(9, data.array());
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
