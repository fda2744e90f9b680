package dev.bolt.einstein.pause;

import java.util.Optional;

/** One thing that may make background work wait. What it cannot find out is no reason. */
@FunctionalInterface
interface Reason {
    /** A few words for a person; empty if there is no reason just now. */
    Optional<String> now();
}
