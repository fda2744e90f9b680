package dev.bolt.orchestrator.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the commits say.
 *
 * @param companions files that changed in the same commits, most often first, then by path; at least twice each
 * @param changedAt when each of the files last changed; without those that the commits read do not touch
 * @param commits how many were read
 */
public record Past(List<Companion> companions, Map<String, Instant> changedAt, int commits) implements Account {
    /** Copies both. */
    public Past {
        companions = List.copyOf(companions);
        changedAt = Map.copyOf(changedAt);
    }

    /**
     * A file that changes with another.
     *
     * @param path relative to the workspace
     * @param with the file it changed with most often
     * @param times in how many commits
     */
    public record Companion(String path, String with, int times) {}
}
