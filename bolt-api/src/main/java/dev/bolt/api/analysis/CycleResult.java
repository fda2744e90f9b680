package dev.bolt.api.analysis;

import dev.bolt.api.index.Freshness;
import java.util.List;

/**
 * The circles of the import graph.
 *
 * @param cycles largest first
 * @param files files in the graph
 * @param imports distinct edges in the graph
 * @param freshness how current the answer is
 */
public record CycleResult(List<Cycle> cycles, int files, int imports, Freshness freshness) {
    /** Copies the list. */
    public CycleResult {
        cycles = List.copyOf(cycles);
    }
}
