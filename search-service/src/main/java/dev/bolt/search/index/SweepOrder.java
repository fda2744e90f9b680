package dev.bolt.search.index;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** In which order the jobs of some lanes are done: each lane's as they are, those of one chunk together. Immutable. */
final class SweepOrder {
    private final int size;

    /** Of each job its lane and its number there; null where there is but one lane. */
    private final short @Nullable [] lanes;

    private final int @Nullable [] jobs;

    private SweepOrder(int size, short @Nullable [] lanes, int @Nullable [] jobs) {
        this.size = size;
        this.lanes = lanes;
        this.jobs = jobs;
    }

    /** O(n log k) for n jobs of k lanes. */
    static SweepOrder of(List<Lane> all) {
        if (all.size() == 1) {
            return new SweepOrder(all.getFirst().size(), null, null);
        }
        int size = all.stream().mapToInt(Lane::size).reduce(0, Math::addExact);
        short[] lanes = new short[size];
        int[] jobs = new int[size];
        var nexts = new PriorityQueue<Next>(Comparator.comparingInt(Next::chunk).thenComparing(Next::lane));
        for (int lane = 0; lane < all.size(); lane++) {
            add(nexts, all.get(lane), lane, 0);
        }
        for (int at = 0; at < size; at++) {
            Next next = nexts.remove();
            lanes[at] = (short) next.lane();
            jobs[at] = next.job();
            add(nexts, all.get(next.lane()), next.lane(), next.job() + 1);
        }
        return new SweepOrder(size, lanes, jobs);
    }

    private record Next(int chunk, int lane, int job) {}

    private static void add(PriorityQueue<Next> nexts, Lane lane, int number, int job) {
        if (job < lane.size()) {
            nexts.add(new Next(lane.chunk(job), number, job));
        }
    }

    /** How many jobs there are in all. */
    int size() {
        return size;
    }

    /** The lane of the job that is done then. */
    int lane(int at) {
        return lanes == null ? 0 : lanes[at];
    }

    /** Its number in that lane. */
    int job(int at) {
        return jobs == null ? at : jobs[at];
    }
}
