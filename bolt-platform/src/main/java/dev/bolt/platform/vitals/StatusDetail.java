package dev.bolt.platform.vitals;

import java.util.Map;

/** A bean that knows what this service works with; {@code GET /internal/status} gathers them. */
@FunctionalInterface
public interface StatusDetail {
    /** Names and values in words, such as {@code engine → ripgrep 15.0.0}; cheap, and never failing. */
    Map<String, String> details();
}
