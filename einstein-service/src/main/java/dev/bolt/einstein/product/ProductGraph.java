package dev.bolt.einstein.product;

/**
 * The network behind {@link OnnxProduct}: {@code TopK(questions × rowsᵀ, k)}, with operators that every execution
 * provider of ONNX Runtime has or leaves to the processor. The rows are a constant of the network that lies outside its
 * file, so that they are brought to an accelerator once and never written down. In half precision the questions are
 * cast to float16 before they are multiplied, and the scores back to float32 after it, which TopK wants on a processor.
 *
 * @param rows how many
 * @param dimension of a row
 * @param precision of the rows
 */
record ProductGraph(int rows, int dimension, ProductPrecision precision) {
    static final String QUESTIONS = "questions";
    static final String ROWS = "rows";
    static final String K = "k";
    static final String SCORES = "scores";
    static final String ORDINALS = "ordinals";

    /** Of TensorProto.DataType. */
    private static final int FLOAT = 1;

    private static final int INT64 = 7;
    private static final int FLOAT16 = 10;
    /** AttributeProto.AttributeType.INT. */
    private static final int INT = 2;
    /** TensorProto.DataLocation.EXTERNAL. */
    private static final int EXTERNAL = 1;

    /** Written into the file: of ONNX 1.13, which every runtime of the last years reads. */
    private static final int IR_VERSION = 8;

    private static final int OPERATORS_VERSION = 17;

    /** As a file of ONNX. */
    byte[] bytes() {
        boolean half = precision == ProductPrecision.FLOAT16;
        var graph = new ProtocolBuffer();
        String questions = half ? cast(graph, QUESTIONS, FLOAT16) : QUESTIONS;
        graph.message(1, node("MatMul", "product", questions, ROWS));
        String product = half ? cast(graph, "product", FLOAT) : "product";
        graph.message(1, node("TopK", SCORES, product, K).text(2, ORDINALS));
        graph.text(2, "product").message(5, transposed(half ? FLOAT16 : FLOAT));
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

    /** A constant without its values, which whoever opens the network has at hand. */
    private ProtocolBuffer transposed(int type) {
        return new ProtocolBuffer()
                .number(1, dimension)
                .number(1, rows)
                .number(2, type)
                .text(8, ROWS)
                .message(13, new ProtocolBuffer().text(1, "location").text(2, ROWS))
                .number(14, EXTERNAL);
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
