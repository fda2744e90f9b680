package dev.bolt.einstein.embed;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a model may run on. */
public enum Accelerator {
    /** Whatever a trial finds fastest. */
    AUTO,
    /** The processor. */
    CPU,
    /** An NVIDIA GPU, if ONNX Runtime is the one with CUDA ({@code onnxruntime_gpu}). */
    CUDA,
    /** Apple's, on macOS. */
    COREML;

    /** The processor first, for the others are compared with it; a named one alone beside it. */
    List<Accelerator> tried() {
        return switch (this) {
            case AUTO -> List.of(CPU, CUDA, COREML);
            case CPU -> List.of(CPU);
            case CUDA, COREML -> List.of(CPU, this);
        };
    }

    /** Why it cannot be here; empty if it may be. */
    Optional<String> missing(Set<OrtProvider> available) {
        return switch (this) {
            case AUTO, CPU -> Optional.empty();
            case CUDA ->
                available.contains(OrtProvider.CUDA)
                        ? Optional.empty()
                        : Optional.of("this ONNX Runtime is built without it; build with -Donnxruntime.artifact="
                                + "onnxruntime_gpu");
            case COREML ->
                available.contains(OrtProvider.CORE_ML)
                        ? Optional.empty()
                        : Optional.of("this ONNX Runtime is built without it; it is there on macOS");
        };
    }

    /** Of a session that runs on it, one thread a run, with as much of its memory as there is. */
    OrtSession.SessionOptions options() throws OrtException {
        return options(Long.MAX_VALUE);
    }

    /**
     * Of a session that runs on it, one thread a run.
     *
     * @param memoryBytes most that the session may take of a GPU's memory
     * @throws OrtException if this ONNX Runtime is built without it, or it is not there
     */
    public OrtSession.SessionOptions options(long memoryBytes) throws OrtException {
        Telemetry.refuse();
        var options = new OrtSession.SessionOptions();
        try {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            switch (this) {
                case AUTO, CPU -> {}
                case CUDA -> cuda(options, memoryBytes);
                case COREML -> options.addCoreML(Map.of());
            }
            return options;
        } catch (OrtException | RuntimeException failure) {
            options.close();
            throw failure;
        }
    }

    /** Takes what it needs and no power of two above that, which would pass a bound that was reckoned. */
    private static void cuda(OrtSession.SessionOptions options, long memoryBytes) throws OrtException {
        if (memoryBytes == Long.MAX_VALUE) {
            options.addCUDA(0);
            return;
        }
        try (var cuda = new OrtCUDAProviderOptions(0)) {
            cuda.add("gpu_mem_limit", Long.toString(memoryBytes));
            cuda.add("arena_extend_strategy", "kSameAsRequested");
            options.addCUDA(cuda);
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
