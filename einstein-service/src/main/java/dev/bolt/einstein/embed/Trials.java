package dev.bolt.einstein.embed;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a network run on everything that is there, and keeps the fastest whose vectors are those of the processor. One
 * text a run, as it is used later, for vectors of a batch would not be a function of one text alone.
 *
 * @param available what this ONNX Runtime is built with
 * @param nanos a clock
 */
record Trials(Set<OrtProvider> available, LongSupplier nanos) {
    private static final int RUNS = 5;
    /** int8 weights are as far from those they were made of: 0.981 at worst over 1,500 chunks. */
    private static final double LEAST_AGREEMENT = 0.98;

    /** Opens the network on an accelerator. */
    @FunctionalInterface
    interface Opener {
        TextNetwork on(Accelerator accelerator) throws OrtException, IOException;
    }

    /**
     * What is used.
     *
     * @param on what it runs on
     * @param network open
     * @param report what it runs on and how fast, and why nothing else, for a person
     */
    record Chosen(Accelerator on, TextNetwork network, String report) {}

    private record Tried(Accelerator on, TextNetwork network, float[] vector, double millis) {
        String word() {
            return String.format(Locale.ROOT, "%s %.1f ms", on, millis);
        }
    }

    /**
     * The fastest if AUTO is wanted; else the wanted one, and the processor if that cannot be used.
     *
     * @throws OrtException if not even the processor can run it
     */
    Chosen choose(Accelerator wanted, TextNetwork.Tokens text, Opener opener) throws OrtException, IOException {
        Tried cpu = tried(Accelerator.CPU, text, opener);
        Tried best = cpu;
        List<String> others = new ArrayList<>();
        for (Accelerator one : wanted.tried().subList(1, wanted.tried().size())) {
            Optional<String> missing = one.missing(available);
            Tried other = missing.isPresent() ? null : attempt(one, text, opener, cpu, others);
            missing.ifPresent(why -> others.add("%s left out: %s".formatted(one, why)));
            if (other != null) {
                boolean better = wanted != Accelerator.AUTO || other.millis() < best.millis();
                Tried worse = better ? best : other;
                best = better ? other : best;
                others.add(worse.word() + ", slower or not wanted");
                worse.network().close();
            }
        }
        String tokens = " for %d tokens".formatted(text.ids().length);
        return new Chosen(best.on(), best.network(), String.join("; ", concat(best.word() + tokens, others)));
    }

    private static List<String> concat(String first, List<String> others) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    private @Nullable Tried attempt(
            Accelerator one, TextNetwork.Tokens text, Opener opener, Tried cpu, List<String> others) {
        try {
            Tried tried = tried(one, text, opener);
            double agreement = cosine(tried.vector(), cpu.vector());
            if (agreement >= LEAST_AGREEMENT) {
                return tried;
            }
            tried.network().close();
            others.add(String.format(
                    Locale.ROOT, "%s left out: its vectors are not the processor's (cosine %.3f)", one, agreement));
        } catch (OrtException | IOException | RuntimeException | LinkageError failure) {
            others.add("%s left out: %s".formatted(one, failure.getMessage()));
        }
        return null;
    }

    private Tried tried(Accelerator one, TextNetwork.Tokens text, Opener opener) throws OrtException, IOException {
        TextNetwork network = opener.on(one);
        try {
            float[] vector = network.run(text);
            var took = new double[RUNS];
            for (int run = 0; run < RUNS; run++) {
                long began = nanos.getAsLong();
                network.run(text);
                took[run] = (nanos.getAsLong() - began) / 1e6;
            }
            Arrays.sort(took);
            return new Tried(one, network, vector, took[RUNS / 2]);
        } catch (OrtException | RuntimeException failure) {
            network.close();
            throw failure;
        }
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int d = 0; d < Math.min(one.length, other.length); d++) {
            sum += one[d] * other[d];
        }
        return one.length == other.length ? sum : 0;
    }
}
