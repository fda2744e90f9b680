package dev.bolt.benchmarks.vector;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;

/** Rows of float32 in a file, and more of them than there are. */
final class Floats {
    private static final int NEIGHBOURHOOD = 8;

    private Floats() {}

    static float[][] read(Path file, int dimension) throws IOException {
        try (var channel = FileChannel.open(file);
                var arena = Arena.ofConfined()) {
            MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            var rows = new float[Math.toIntExact(channel.size() / dimension / Float.BYTES)][dimension];
            for (int i = 0; i < rows.length; i++) {
                MemorySegment.copy(
                        all, ValueLayout.JAVA_FLOAT, (long) i * dimension * Float.BYTES, rows[i], 0, dimension);
            }
            return rows;
        }
    }

    static void write(Path file, float[][] rows) throws IOException {
        var buffer = ByteBuffer.allocate(rows[0].length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            for (float[] row : rows) {
                buffer.asFloatBuffer().put(row);
                out.write(buffer.array());
            }
        }
    }

    /**
     * The first {@code count} of the real ones in a seeded order; if there are too few, as many as are missing are made
     * between a real one a and another b near it in its file: {@code unit(unit(.75 a + .35 b) + .35 noise)}.
     */
    static float[][] sized(float[][] real, int count) {
        var random = new Random(42);
        var rows = new float[count][];
        var order = new ArrayList<>(Arrays.asList(real));
        Collections.shuffle(order, random);
        for (int i = 0; i < count; i++) {
            rows[i] = i < real.length ? order.get(i) : between(real, random);
        }
        return rows;
    }

    private static float[] between(float[][] real, Random random) {
        int at = random.nextInt(real.length - NEIGHBOURHOOD);
        float[] one = real[at];
        float[] other = real[at + 1 + random.nextInt(NEIGHBOURHOOD)];
        var mixed = new float[one.length];
        var noise = new float[one.length];
        for (int d = 0; d < one.length; d++) {
            mixed[d] = .75f * one[d] + .35f * other[d];
            noise[d] = (float) random.nextGaussian();
        }
        unit(mixed);
        unit(noise);
        for (int d = 0; d < one.length; d++) {
            mixed[d] += .35f * noise[d];
        }
        return unit(mixed);
    }

    static float[] unit(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += value * value;
        }
        for (int d = 0; d < vector.length; d++) {
            vector[d] /= (float) Math.sqrt(square);
        }
        return vector;
    }
}
