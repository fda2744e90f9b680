package dev.bolt.api.analysis;

import dev.bolt.api.index.Freshness;
import java.util.List;

/**
 * How the contracts stand.
 *
 * @param contracts in the order of {@code bolt.yaml}; empty if it has none
 * @param problems what in {@code bolt.yaml} could not be understood, a sentence each
 * @param freshness how current the answer is
 */
public record ContractResult(List<ContractOutcome> contracts, List<String> problems, Freshness freshness) {
    /** Copies the lists. */
    public ContractResult {
        contracts = List.copyOf(contracts);
        problems = List.copyOf(problems);
    }
}
