package dev.bolt.einstein.vector;

import dev.bolt.platform.deadline.Deadline;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A code for every row: in one list (BITS), or in the list of the direction that it is nearest to (IVF), of which a
 * search looks at the nearest few. Not safe for threads that write.
 */
final class CodeLists implements Shortlist {
    /** Vectors a list that directions are learnt from. */
    private static final int SAMPLE = 40;

    private static final int SAMPLE_OF_MEAN = 4096;

    private final Rotation rotation;
    private final Centroids centroids;
    private final List<CodeList> lists = new ArrayList<>();
    private int[] places = new int[1024];
    private int[] slots = new int[1024];
    private final int nprobe;
    private int count;

    private CodeLists(Rotation rotation, Centroids centroids, int nprobe, VectorBudget budget) {
        this.nprobe = nprobe;
        this.rotation = rotation;
        this.centroids = centroids;
        for (int list = 0; list < centroids.lists(); list++) {
            lists.add(new CodeList(centroids.mean(list), budget));
        }
    }

    /**
     * Learns from the rows, and holds none of them yet. One list stands around the mean of all.
     *
     * @param nprobe lists that a search looks at, 0 for an eighth of them
     */
    static CodeLists learn(Rows rows, Rotation rotation, int lists, int nprobe, VectorBudget budget) {
        int wanted = Math.min(rows.count(), lists == 1 ? SAMPLE_OF_MEAN : SAMPLE * lists);
        var sample = new float[wanted][];
        for (int i = 0; i < wanted; i++) {
            sample[i] = rotation.of(rows.get((int) ((long) i * rows.count() / wanted)));
        }
        return new CodeLists(rotation, Centroids.learn(sample, lists), nprobe, budget);
    }

    /**
     * What was written; null if the budget has no room.
     *
     * @throws IOException if it is nothing of the kind
     */
    static @Nullable CodeLists read(DataInputStream in, int count, Rotation rotation, int nprobe, VectorBudget budget)
            throws IOException {
        var read = new CodeLists(rotation, Centroids.read(in, rotation.dimension()), nprobe, budget);
        boolean whole = false;
        try {
            whole = read.fill(in, count);
            return whole ? read : null;
        } finally {
            if (!whole) {
                read.close();
            }
        }
    }

    /** False if the budget has no room. */
    private boolean fill(DataInputStream in, int rows) throws IOException {
        for (int ordinal = 0; ordinal < rows; ordinal++) {
            int place = Objects.checkIndex(in.readInt(), lists.size());
            if (!add(place, BitCode.read(in, rotation.dimension()))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void write(DataOutputStream out) throws IOException {
        centroids.write(out);
        for (int ordinal = 0; ordinal < count; ordinal++) {
            out.writeInt(places[ordinal]);
            lists.get(places[ordinal]).get(slots[ordinal]).write(out);
        }
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public VectorKind type() {
        return lists.size() == 1 ? VectorKind.BITS : VectorKind.IVF;
    }

    @Override
    public String kind() {
        return lists.size() == 1 ? "BITS" : "IVF of %d lists over BITS".formatted(lists.size());
    }

    @Override
    public boolean worn() {
        return false;
    }

    @Override
    public long bytes() {
        return lists.stream().mapToLong(CodeList::bytes).sum();
    }

    @Override
    public boolean add(float[] vector) {
        float[] rotated = rotation.of(vector);
        int place = lists.size() == 1 ? 0 : centroids.nearest(rotated);
        return add(place, BitCode.of(rotated, centroids.mean(place)));
    }

    private boolean add(int place, BitCode code) {
        CodeList list = lists.get(place);
        if (!list.add(code, count)) {
            return false;
        }
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
            slots = Arrays.copyOf(slots, 2 * count);
        }
        places[count] = place;
        slots[count++] = list.count() - 1;
        return true;
    }

    @Override
    public void remove(int ordinal) {
        CodeList list = lists.get(places[ordinal]);
        int slot = slots[ordinal];
        int last = --count;
        list.remove(slot);
        if (slot < list.count()) {
            slots[list.ordinal(slot)] = slot;
        }
        if (ordinal != last) {
            places[ordinal] = places[last];
            slots[ordinal] = slots[last];
            lists.get(places[last]).renumber(slots[last], ordinal);
        }
    }

    /** Looks at more lists than it was told if they hold too little. */
    @Override
    public int[] search(float[] question, int wanted, Deadline deadline) {
        int probes = nprobe == 0 ? lists.size() / 8 : nprobe;
        float[] rotated = rotation.of(question);
        var bits = new BitQuestion(rotated);
        var scratch = new CodeList.Scratch();
        for (int looked = Math.clamp(probes, 1, lists.size()); ; looked = Math.min(lists.size(), 2 * looked)) {
            var nearest = new Nearest(wanted);
            int seen = 0;
            for (int place : looked == 1 && lists.size() == 1 ? new int[1] : centroids.nearest(rotated, looked)) {
                deadline.check();
                lists.get(place).scan(bits, rotated, nearest, scratch);
                seen += lists.get(place).count();
            }
            if (seen >= wanted || looked == lists.size()) {
                return nearest.ordinals();
            }
        }
    }

    @Override
    public void close() {
        lists.forEach(CodeList::close);
        centroids.close();
        count = 0;
    }
}
