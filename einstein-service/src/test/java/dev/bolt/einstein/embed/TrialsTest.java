package dev.bolt.einstein.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks that take as long as they are told to; the last test is on the real runtime. */
class TrialsTest {
    private static final TextNetwork.Tokens TEXT = new TextNetwork.Tokens(new long[64], new long[64]);
    private static final Set<OrtProvider> ALL = EnumSet.of(OrtProvider.CPU, OrtProvider.CUDA, OrtProvider.CORE_ML);

    private final Map<Accelerator, Told> machine = new EnumMap<>(Accelerator.class);
    private long now;

    /** Runs so long, gives this, and knows whether it was closed. */
    private final class Told implements TextNetwork {
        private final long millis;
        private final float[] vector;
        private boolean closed;

        Told(long millis, float... vector) {
            this.millis = millis;
            this.vector = vector;
        }

        @Override
        public float[] run(Tokens tokens) {
            now += millis * 1_000_000;
            return vector;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void takesTheFastestAndClosesTheOthers() throws Exception {
        machine.put(Accelerator.CPU, new Told(20, 1, 0));
        machine.put(Accelerator.CUDA, new Told(2, 1, 0));
        machine.put(Accelerator.COREML, new Told(9, 1, 0));
        var chosen = choose(Accelerator.AUTO, ALL);
        assertThat(chosen.network()).isSameAs(machine.get(Accelerator.CUDA));
        assertThat(chosen.report()).startsWith("cuda 2.0 ms for 64 tokens;").contains("cpu 20.0 ms", "coreml 9.0 ms");
        assertThat(machine.get(Accelerator.CPU).closed).isTrue();
        assertThat(machine.get(Accelerator.COREML).closed).isTrue();
        assertThat(machine.get(Accelerator.CUDA).closed).isFalse();
    }

    @Test
    void staysOnTheProcessorWhereTheOthersAreSlower() throws Exception {
        machine.put(Accelerator.CPU, new Told(2, 1, 0));
        machine.put(Accelerator.CUDA, new Told(3, 1, 0));
        var chosen = choose(Accelerator.AUTO, EnumSet.of(OrtProvider.CUDA));
        assertThat(chosen.network()).isSameAs(machine.get(Accelerator.CPU));
        assertThat(chosen.report()).contains("cuda 3.0 ms").contains("coreml left out: this ONNX Runtime is built");
    }

    @Test
    void takesTheOneThatIsNamedEvenIfItIsSlower() throws Exception {
        machine.put(Accelerator.CPU, new Told(2, 1, 0));
        machine.put(Accelerator.COREML, new Told(9, 1, 0));
        var chosen = choose(Accelerator.COREML, ALL);
        assertThat(chosen.network()).isSameAs(machine.get(Accelerator.COREML));
        assertThat(machine.get(Accelerator.CPU).closed).isTrue();
    }

    @Test
    void leavesOutWhatGivesOtherVectors() throws Exception {
        machine.put(Accelerator.CPU, new Told(20, 1, 0));
        machine.put(Accelerator.CUDA, new Told(1, 0.6f, 0.8f));
        var chosen = choose(Accelerator.AUTO, ALL);
        assertThat(chosen.network()).isSameAs(machine.get(Accelerator.CPU));
        assertThat(chosen.report()).contains("cuda left out: its vectors are not the processor's (cosine 0.600)");
        assertThat(machine.get(Accelerator.CUDA).closed).isTrue();
    }

    @Test
    void leavesOutWhatCannotBeOpenedAndSaysWhy() throws Exception {
        machine.put(Accelerator.CPU, new Told(20, 1, 0));
        var chosen = choose(Accelerator.CUDA, ALL);
        assertThat(chosen.network()).isSameAs(machine.get(Accelerator.CPU));
        assertThat(chosen.report()).startsWith("cpu 20.0 ms").endsWith("cuda left out: no driver for cuda");
    }

    @Test
    void failsIfTheProcessorCannotRunIt() {
        assertThatThrownBy(() -> choose(Accelerator.AUTO, ALL)).hasMessage("no driver for cpu");
    }

    @Test
    void saysWhatThisMachineRunsOn(@TempDir Path natives, @TempDir Path folder) throws IOException {
        TinyModel.ofTokens(8).in(folder);
        var settings = new EmbedProperties(folder.toString(), Accelerator.AUTO, 1, 256, 1);
        try (var model = OnnxEmbedder.load(settings, natives)) {
            assertThat(model.runsOn()).contains("cpu ", " ms for 64 tokens", "cuda", "coreml");
            if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
                assertThat(model.runsOn()).contains("cuda left out: this ONNX Runtime is built without it");
            }
        }
    }

    private Trials.Chosen choose(Accelerator wanted, Set<OrtProvider> available) throws OrtException, IOException {
        return new Trials(available, () -> now).choose(wanted, TEXT, one -> {
            if (!machine.containsKey(one)) {
                throw new OrtException("no driver for " + one);
            }
            return machine.get(one);
        });
    }
}
