package dev.bolt.api.vitals;

import java.util.Map;

/**
 * How one service is.
 *
 * @param name such as {@code search}
 * @param state {@code up} or {@code down}
 * @param pid its process; 0 if down
 * @param uptimeMillis since its process began; 0 if down
 * @param residentBytes resident anonymous memory of the process; 0 if unknown
 * @param details what it works with, in words: engine, model, limits
 */
public record ServiceStatus(
        String name, String state, long pid, long uptimeMillis, long residentBytes, Map<String, String> details) {
    /** Copies the map. */
    public ServiceStatus {
        details = Map.copyOf(details);
    }
}
