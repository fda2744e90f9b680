package dev.bolt.analysis.contract;

import java.util.List;

/**
 * A rule about who may import whom, directly or through others. Modules are dotted Python names or paths of files and
 * folders; each stands for all below it.
 */
sealed interface Contract {

    /** What it is called. */
    String name();

    /** Imports that do not count, each {@code importer -> imported}. */
    List<Exemption> exemptions();

    /** The word that {@code bolt.yaml} uses for the type. */
    default String type() {
        return switch (this) {
            case Forbidden _ -> "forbidden";
            case Layered _ -> "layers";
            case Independent _ -> "independence";
        };
    }

    /** No source may import a forbidden module; {@code direct} allows it through others. */
    record Forbidden(
            String name, List<String> sources, List<String> forbidden, boolean direct, List<Exemption> exemptions)
            implements Contract {}

    /** Each layer may import those after it only; modules on one layer are independent of each other. */
    record Layered(String name, List<List<String>> layers, List<Exemption> exemptions) implements Contract {}

    /** None of the modules may import another. */
    record Independent(String name, List<String> modules, List<Exemption> exemptions) implements Contract {}

    /** An import that a contract does not look at. */
    record Exemption(String importer, String imported) {}
}
