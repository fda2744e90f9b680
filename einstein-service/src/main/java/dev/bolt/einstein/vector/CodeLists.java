package dev.bolt.einstein.vector;

import dev.bolt.platform.deadline.Deadline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A code for every row: in one list (BITS), or in the list of the direction that it is nearest to (IVF), of which a
 * search looks at the nearest few. Not safe for threads that write.
 */
final class CodeLists implements AutoCloseable {
    /** Vectors a list that directions are learnt from. */
    private static final int SAMPLE = 40;

    private static final int SAMPLE_OF_MEAN = 4096;

    private final Rotation rotation;
    private final Centroids centroids;
    private final List<CodeList> lists = new ArrayList<>();
    private int[] places = new int[1024];
    private int[] slots = new int[1024];
    private int count;

    private CodeLists(Rotation rotation, Centroids centroids, VectorBudget budget) {
        this.rotation = rotation;
        this.centroids = centroids;
        for (int list = 0; list < centroids.lists(); list++) {
            lists.add(new CodeList(centroids.mean(list), budget));
        }
    }

    /** Learns from the rows, and holds none of them yet. One list stands around the mean of all. */
    static CodeLists learn(Rows rows, Rotation rotation, int lists, VectorBudget budget) {
        int wanted = Math.min(rows.count(), lists == 1 ? SAMPLE_OF_MEAN : SAMPLE * lists);
        var sample = new float[wanted][];
        for (int i = 0; i < wanted; i++) {
            sample[i] = rotation.of(rows.get((int) ((long) i * rows.count() / wanted)));
        }
        return new CodeLists(rotation, Centroids.learn(sample, lists), budget);
    }

    int count() {
        return count;
    }

    int lists() {
        return lists.size();
    }

    long bytes() {
        return lists.stream().mapToLong(CodeList::bytes).sum();
    }

    /** Of the vector with the next ordinal; false if the budget has no room. */
    boolean add(float[] vector) {
        float[] rotated = rotation.of(vector);
        int place = lists.size() == 1 ? 0 : centroids.nearest(rotated);
        CodeList list = lists.get(place);
        if (!list.add(rotated, count)) {
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

    /** The one with the last ordinal takes this ordinal. */
    void remove(int ordinal) {
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

    /**
     * The ordinals that seem nearest.
     *
     * @param wanted how many; there may be fewer only if there are no more rows
     * @param probes lists to look at, more if they hold too little
     */
    int[] search(float[] question, int wanted, int probes, Deadline deadline) {
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
