package dev.bolt.cli.command;

import dev.bolt.api.vitals.BoltStatus;
import dev.bolt.api.vitals.ServiceStatus;
import dev.bolt.cli.process.Doctor.Check;
import java.util.Optional;

/** What the doctor says of the comparison of vectors, as einstein-service measured it. Nothing to mend. */
final class Similarity {
    private static final String DETAIL = "product";

    private Similarity() {}

    /** @param status empty if the services do not answer */
    static Check of(Optional<BoltStatus> status) {
        Optional<ServiceStatus> einstein = status.flatMap(bolt -> bolt.services().stream()
                .filter(service -> service.name().equals("einstein"))
                .filter(service -> service.state().equals("up"))
                .findFirst());
        String told = einstein.map(service -> service.details().getOrDefault(DETAIL, "not told by this einstein"))
                .orElse("not measured, for einstein is down; `bolt up` starts it");
        return new Check("similarity", true, told);
    }
}
