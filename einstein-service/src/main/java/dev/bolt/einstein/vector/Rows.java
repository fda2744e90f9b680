package dev.bolt.einstein.vector;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Vectors one after another, by ordinal, in pages of {@value #PAGE}. An int8 row is its scale, a float32, and then a
 * byte a dimension. Not safe for threads that write.
 */
final class Rows implements AutoCloseable {
    static final int PAGE = 256;

    private static final int LARGEST = 127;
    private static final Dots DOTS = Dots.fastest();

    private final int dimension;
    private final VectorBudget budget;
    private final List<Slab> pages = new ArrayList<>();
    private Precision precision;
    private int count;

    Rows(int dimension, Precision precision, VectorBudget budget) {
        this.dimension = dimension;
        this.precision = precision;
        this.budget = budget;
    }

    int dimension() {
        return dimension;
    }

    static long pageBytes(int dimension, Precision precision) {
        return (long) PAGE * precision.bytes(dimension);
    }

    int count() {
        return count;
    }

    Precision precision() {
        return precision;
    }

    long bytes() {
        return pages.size() * pageBytes(dimension, precision);
    }

    /** Appends; false if the budget has no room for another page. */
    boolean add(float[] vector) {
        if (count == pages.size() * PAGE) {
            Slab page = Slab.of(pageBytes(dimension, precision), budget);
            if (page == null) {
                return false;
            }
            pages.add(page);
        }
        set(count++, vector);
        return true;
    }

    /** The last takes the place of this one. */
    void remove(int ordinal) {
        int last = --count;
        if (ordinal != last) {
            int length = precision.bytes(dimension);
            MemorySegment.copy(page(last), offset(last), page(ordinal), offset(ordinal), length);
        }
        if (count <= (pages.size() - 1) * PAGE) {
            pages.removeLast().close();
        }
    }

    float dot(int ordinal, float[] question) {
        MemorySegment page = page(ordinal);
        long offset = offset(ordinal);
        return switch (precision) {
            case FLOAT32 -> DOTS.floats(question, page, offset);
            case INT8 -> page.get(JAVA_FLOAT, offset) * DOTS.bytes(question, page, offset + Float.BYTES);
        };
    }

    /** A copy, as exact as it is kept. */
    float[] get(int ordinal) {
        return get(page(ordinal), offset(ordinal));
    }

    private float[] get(MemorySegment page, long offset) {
        var vector = new float[dimension];
        switch (precision) {
            case FLOAT32 -> MemorySegment.copy(page, JAVA_FLOAT_UNALIGNED, offset, vector, 0, dimension);
            case INT8 -> {
                float scale = page.get(JAVA_FLOAT_UNALIGNED, offset);
                for (int d = 0; d < dimension; d++) {
                    vector[d] = scale * page.get(JAVA_BYTE, offset + Float.BYTES + d);
                }
            }
        }
        return vector;
    }

    void set(int ordinal, float[] vector) {
        MemorySegment page = page(ordinal);
        long offset = offset(ordinal);
        switch (precision) {
            case FLOAT32 -> MemorySegment.copy(vector, 0, page, JAVA_FLOAT, offset, dimension);
            case INT8 -> {
                float most = Float.MIN_NORMAL;
                for (float value : vector) {
                    most = Math.max(most, Math.abs(value));
                }
                float scale = most / LARGEST;
                page.set(JAVA_FLOAT, offset, scale);
                for (int d = 0; d < dimension; d++) {
                    page.set(JAVA_BYTE, offset + Float.BYTES + d, (byte) Math.round(vector[d] / scale));
                }
            }
        }
    }

    /** As many rows as these follow, to be {@link #set}; false if the budget has no room. */
    boolean reserve(int rows) {
        while (pages.size() * PAGE < rows) {
            Slab page = Slab.of(pageBytes(dimension, precision), budget);
            if (page == null) {
                return false;
            }
            pages.add(page);
        }
        count = rows;
        return true;
    }

    void write(int ordinal, DataOutputStream out) throws IOException {
        var bytes = new byte[precision.bytes(dimension)];
        MemorySegment.copy(page(ordinal), JAVA_BYTE, offset(ordinal), bytes, 0, bytes.length);
        out.write(bytes);
    }

    /** A row of the same dimension and precision that was written; not yet one of these. */
    float[] read(DataInputStream in) throws IOException {
        var bytes = new byte[precision.bytes(dimension)];
        in.readFully(bytes);
        return get(MemorySegment.ofArray(bytes), 0);
    }

    /** Keeps a byte a dimension from now on and gives three quarters of the memory back. */
    void shrink() {
        var old = List.copyOf(pages);
        for (int p = 0; p < old.size(); p++) {
            int from = p * PAGE;
            var vectors = new float[Math.min(PAGE, count - from)][];
            for (int i = 0; i < vectors.length; i++) {
                vectors[i] = get(from + i);
            }
            pages.set(p, old.get(p).smaller(pageBytes(dimension, Precision.INT8)));
            precision = Precision.INT8;
            for (int i = 0; i < vectors.length; i++) {
                set(from + i, vectors[i]);
            }
            old.get(p).free();
            precision = p == old.size() - 1 ? Precision.INT8 : Precision.FLOAT32;
        }
        precision = Precision.INT8;
    }

    private MemorySegment page(int ordinal) {
        return pages.get(ordinal / PAGE).memory();
    }

    private long offset(int ordinal) {
        return (long) (ordinal % PAGE) * precision.bytes(dimension);
    }

    @Override
    public void close() {
        pages.forEach(Slab::close);
        pages.clear();
        count = 0;
    }
}
