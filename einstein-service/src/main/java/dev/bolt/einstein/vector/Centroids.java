package dev.bolt.einstein.vector;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

/**
 * Directions that vectors gather around, learnt by spherical k-means (Dhillon and Modha, Machine Learning 42, 2001)
 * from a sample. The nearest one is found by codes and then exactly among the best few, so that learning and placing
 * cost O(lists) bit operations a vector and not O(lists · dimension) multiplications. Works on rotated vectors only.
 */
final class Centroids implements AutoCloseable {
    private static final int ROUNDS = 6;
    /** Directions compared exactly; the nearest is among them but for one vector in some hundreds. */
    private static final int LOOKED_AT = 16;

    private static final long SEED = 42;
    /** Lists of a billion vectors. */
    private static final int MOST = 1 << 15;

    private final float[][] directions;
    private final float[][] means;
    /** The centre that the codes of directions stand around. */
    private final float[] nowhere;

    private final CodeList codes;

    private Centroids(int lists, int dimension) {
        this.directions = new float[lists][dimension];
        this.means = new float[lists][dimension];
        this.nowhere = new float[dimension];
        this.codes = new CodeList(nowhere, new VectorBudget(Long.MAX_VALUE));
    }

    /**
     * Always the same for the same sample.
     *
     * @param sample rotated, at least as many as lists
     */
    static Centroids learn(float[][] sample, int lists) {
        var centroids = new Centroids(lists, sample[0].length);
        var random = new Random(SEED);
        var places = new int[sample.length];
        centroids.startFrom(sample);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < sample.length; i++) {
                places[i] = centroids.nearest(sample[i]);
            }
            centroids.move(sample, places, random);
        }
        return centroids;
    }

    /** @throws IOException if it was not {@link #write} that wrote this */
    static Centroids read(DataInputStream in, int dimension) throws IOException {
        int lists = in.readInt();
        if (lists < 1 || lists > MOST) {
            throw new IOException(lists + " lists");
        }
        var centroids = new Centroids(lists, dimension);
        for (float[] mean : centroids.means) {
            for (int d = 0; d < dimension; d++) {
                mean[d] = in.readFloat();
            }
        }
        centroids.point();
        return centroids;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(means.length);
        for (float[] mean : means) {
            for (float value : mean) {
                out.writeFloat(value);
            }
        }
    }

    private void startFrom(float[][] sample) {
        for (int list = 0; list < directions.length; list++) {
            means[list] = sample[(int) ((long) list * sample.length / directions.length)].clone();
        }
        point();
    }

    private void move(float[][] sample, int[] places, Random random) {
        var counts = new int[means.length];
        for (float[] mean : means) {
            Arrays.fill(mean, 0);
        }
        for (int i = 0; i < sample.length; i++) {
            float[] mean = means[places[i]];
            counts[places[i]]++;
            for (int d = 0; d < mean.length; d++) {
                mean[d] += sample[i][d];
            }
        }
        for (int list = 0; list < means.length; list++) {
            if (counts[list] == 0) {
                means[list] = sample[random.nextInt(sample.length)].clone();
            }
            for (int d = 0; d < means[list].length; d++) {
                means[list][d] /= Math.max(1, counts[list]);
            }
        }
        point();
    }

    private void point() {
        codes.close();
        for (int list = 0; list < means.length; list++) {
            float length = (float) Math.sqrt(dot(means[list], means[list]));
            for (int d = 0; d < means[list].length; d++) {
                directions[list][d] = length == 0 ? 0 : means[list][d] / length;
            }
            codes.add(BitCode.of(directions[list], nowhere), list);
        }
    }

    int lists() {
        return means.length;
    }

    /** What the vectors of a list are, on average. */
    float[] mean(int list) {
        return means[list];
    }

    /** The list of a rotated vector. */
    int nearest(float[] rotated) {
        int best = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int list : nearest(rotated, LOOKED_AT)) {
            float similarity = dot(rotated, directions[list]);
            if (similarity > most) {
                most = similarity;
                best = list;
            }
        }
        return best;
    }

    /** So many lists, by estimate, in no order. */
    int[] nearest(float[] rotated, int wanted) {
        var nearest = new Nearest(wanted);
        codes.scan(new BitQuestion(rotated), rotated, nearest, new CodeList.Scratch());
        return nearest.ordinals();
    }

    private static float dot(float[] one, float[] other) {
        float even = 0;
        float odd = 0;
        int d = 0;
        for (; d + 1 < one.length; d += 2) {
            even += one[d] * other[d];
            odd += one[d + 1] * other[d + 1];
        }
        return d < one.length ? even + odd + one[d] * other[d] : even + odd;
    }

    @Override
    public void close() {
        codes.close();
    }
}
