package dev.bolt.einstein.embed;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
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

    /** Makes sessions run on it. */
    void on(OrtSession.SessionOptions options) throws OrtException {
        switch (this) {
            case AUTO, CPU -> {}
            case CUDA -> options.addCUDA(0);
            case COREML -> options.addCoreML(Map.of());
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
