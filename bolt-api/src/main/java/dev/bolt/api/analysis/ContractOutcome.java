package dev.bolt.api.analysis;

import java.util.List;

/**
 * One contract.
 *
 * @param name as {@code bolt.yaml} calls it
 * @param type {@code forbidden}, {@code layers} or {@code independence}
 * @param kept whether it holds
 * @param breaches a shortest chain of imports for each pair of modules that breaks it
 */
public record ContractOutcome(String name, String type, boolean kept, List<List<Dependency>> breaches) {
    /** Copies the lists. */
    public ContractOutcome {
        breaches = breaches.stream().map(List::copyOf).toList();
    }
}
