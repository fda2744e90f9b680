package dev.bolt.einstein.vector;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The {@value #WORDS} words that a few neighbouring dimensions of vectors are rounded to, learnt by k-means (Lloyd,
 * IEEE Transactions on Information Theory 28, 1982). Kept dimension by dimension, so that a vector is compared with all
 * words side by side.
 */
final class Codebook {
    static final int WORDS = 256;

    private static final int ROUNDS = 6;

    private final int from;
    /** {@code [dimension][word]}. */
    private final float[][] words;
    /** Half the squared length of each word. */
    private final float[] halves = new float[WORDS];

    private Codebook(int from, int width) {
        this.from = from;
        this.words = new float[width][WORDS];
    }

    /**
     * Always the same for the same sample.
     *
     * @param sample vectors, one at least
     * @param from the first dimension that it is about
     * @param width how many
     */
    static Codebook learn(float[][] sample, int from, int width) {
        var book = new Codebook(from, width);
        for (int word = 0; word < WORDS; word++) {
            float[] vector = sample[(int) ((long) word * sample.length / WORDS)];
            for (int d = 0; d < width; d++) {
                book.words[d][word] = vector[from + d];
            }
        }
        book.measure();
        for (int round = 0; round < ROUNDS; round++) {
            book.move(sample);
        }
        return book;
    }

    private void move(float[][] sample) {
        var sums = new float[words.length][WORDS];
        var counts = new int[WORDS];
        var scores = new float[WORDS];
        for (float[] vector : sample) {
            int word = nearest(vector, scores);
            counts[word]++;
            for (int d = 0; d < words.length; d++) {
                sums[d][word] += vector[from + d];
            }
        }
        for (int word = 0; word < WORDS; word++) {
            for (int d = 0; counts[word] > 0 && d < words.length; d++) {
                words[d][word] = sums[d][word] / counts[word];
            }
        }
        measure();
    }

    private void measure() {
        for (int word = 0; word < WORDS; word++) {
            float square = 0;
            for (float[] dimension : words) {
                square += dimension[word] * dimension[word];
            }
            halves[word] = square / 2;
        }
    }

    /** The word nearest to these dimensions of the vector; scores are written over. */
    int nearest(float[] vector, float[] scores) {
        dots(vector, scores, 0);
        int best = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int word = 0; word < WORDS; word++) {
            float score = scores[word] - halves[word];
            if (score > most) {
                most = score;
                best = word;
            }
        }
        return best;
    }

    /** The dot product of these dimensions of the vector with every word. */
    void dots(float[] vector, float[] into, int offset) {
        float first = vector[from];
        for (int word = 0; word < WORDS; word++) {
            into[offset + word] = first * words[0][word];
        }
        for (int d = 1; d < words.length; d++) {
            float value = vector[from + d];
            float[] dimension = words[d];
            for (int word = 0; word < WORDS; word++) {
                into[offset + word] += value * dimension[word];
            }
        }
    }

    static Codebook read(DataInputStream in, int from, int width) throws IOException {
        var book = new Codebook(from, width);
        for (float[] dimension : book.words) {
            for (int word = 0; word < WORDS; word++) {
                dimension[word] = in.readFloat();
            }
        }
        book.measure();
        return book;
    }

    void write(DataOutputStream out) throws IOException {
        for (float[] dimension : words) {
            for (float value : dimension) {
                out.writeFloat(value);
            }
        }
    }
}
