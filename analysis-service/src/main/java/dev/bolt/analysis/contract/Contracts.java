package dev.bolt.analysis.contract;

import dev.bolt.analysis.graph.ImportGraph;
import dev.bolt.api.analysis.ContractOutcome;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The contracts of one workspace. Immutable. */
public final class Contracts {
    private static final Contracts NONE = new Contracts(List.of(), List.of());

    private final List<Contract> contracts;
    private final List<String> problems;

    Contracts(List<Contract> contracts, List<String> problems) {
        this.contracts = List.copyOf(contracts);
        this.problems = List.copyOf(problems);
    }

    /** Of a workspace without {@code bolt.yaml}. */
    public static Contracts none() {
        return NONE;
    }

    /** Of this {@code bolt.yaml}; what cannot be understood becomes a problem. */
    public static Contracts of(String yaml) {
        return new ContractReader().read(yaml);
    }

    /** What could not be understood, a sentence each. */
    public List<String> problems() {
        return problems;
    }

    /** How each contract stands. */
    public List<ContractOutcome> check(ImportGraph graph) {
        return contracts.stream()
                .map(contract -> new ContractCheck(graph, contract).outcome())
                .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Contracts same && contracts.equals(same.contracts) && problems.equals(same.problems);
    }

    @Override
    public int hashCode() {
        return Objects.hash(contracts, problems);
    }
}
