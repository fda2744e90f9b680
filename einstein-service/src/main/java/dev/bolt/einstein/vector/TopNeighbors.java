package dev.bolt.einstein.vector;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The k best of what it was offered; of equal ones those with the smaller identity. */
final class TopNeighbors {
    private static final Comparator<Neighbor> WORST_FIRST = Comparator.comparingDouble(Neighbor::similarity)
            .thenComparing(neighbor -> neighbor.id().value(), Comparator.reverseOrder());

    private final int most;
    private final Ids ids;
    private final PriorityQueue<Neighbor> best = new PriorityQueue<>(WORST_FIRST);
    private double least = Double.NEGATIVE_INFINITY;

    TopNeighbors(int most, Ids ids) {
        this.most = most;
        this.ids = ids;
    }

    void offer(int ordinal, float similarity) {
        if (best.size() < most || similarity >= least) {
            best.add(new Neighbor(ids.get(ordinal), similarity));
            if (best.size() > most) {
                best.remove();
            }
            least = best.isEmpty() ? Double.POSITIVE_INFINITY : best.element().similarity();
        }
    }

    List<Neighbor> bestFirst() {
        return best.stream().sorted(WORST_FIRST.reversed()).toList();
    }
}
