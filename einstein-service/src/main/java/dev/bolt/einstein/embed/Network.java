package dev.bolt.einstein.embed;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What goes into a network and what is taken out.
 *
 * @param session the network, open
 * @param output name of what is taken
 * @param pooling how a vector is made of it
 */
record Network(OrtSession session, String output, Pooling pooling) implements TextNetwork {
    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String TYPES = "token_type_ids";
    private static final int POOLED_RANK = 2;
    private static final int TOKENS_RANK = 3;

    /**
     * Taken is what the network pools itself, as sentence-transformers exports it; else the states of the tokens. What
     * BERT calls its pooler was trained for something else.
     *
     * @throws IllegalArgumentException if the network wants or gives something else
     */
    static Network of(OrtSession session, @Nullable Pooling pooling) throws OrtException {
        for (var input : session.getInputInfo().entrySet()) {
            if (!List.of(IDS, MASK, TYPES).contains(input.getKey())) {
                throw new IllegalArgumentException(
                        "the network wants an input '%s', which is not known here".formatted(input.getKey()));
            }
            if (!(input.getValue().getInfo() instanceof TensorInfo info) || info.type != OnnxJavaType.INT64) {
                throw new IllegalArgumentException("the network wants no int64 for '%s'".formatted(input.getKey()));
            }
        }
        if (!session.getInputNames().contains(IDS)) {
            throw new IllegalArgumentException("the network has no input '%s'".formatted(IDS));
        }
        Map<String, NodeInfo> outputs = session.getOutputInfo();
        for (int rank = POOLED_RANK; rank <= TOKENS_RANK; rank++) {
            for (var output : outputs.entrySet()) {
                if (rank(output.getValue()) == rank && !output.getKey().equals("pooler_output")) {
                    Pooling used = rank == POOLED_RANK ? Pooling.POOLED : pooling == null ? Pooling.MEAN : pooling;
                    return new Network(session, output.getKey(), used);
                }
            }
        }
        throw new IllegalArgumentException(
                "the network gives neither [text][dimension] nor [text][token][dimension], but " + outputs.keySet());
    }

    private static int rank(NodeInfo node) {
        return node.getInfo() instanceof TensorInfo info ? info.getShape().length : 0;
    }

    @Override
    public float[] run(Tokens tokens) throws OrtException {
        var environment = OrtEnvironment.getEnvironment();
        long[] shape = {1, tokens.ids().length};
        long[] mask = new long[tokens.ids().length];
        Arrays.fill(mask, 1);
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (String name : session.getInputNames()) {
                long[] values = switch (name) {
                    case IDS -> tokens.ids();
                    case MASK -> mask;
                    default -> tokens.types();
                };
                inputs.put(name, OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape));
            }
            try (var result = session.run(inputs, Set.of(output))) {
                var states = (OnnxTensor) result.get(0);
                long[] given = states.getInfo().getShape();
                return pooling.unit(states.getFloatBuffer(), tokens.ids().length, (int) given[given.length - 1]);
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
