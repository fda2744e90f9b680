package dev.bolt.orchestrator.timeout;

import java.util.Locale;

/** What a step calls. */
public enum Tool {
    /** Search by meaning. */
    SEMANTIC_SEARCH,
    /** Search by exact text. */
    PATTERN_SEARCH,
    /** Symbols and findings. */
    CODE_ANALYSIS,
    /** Dependencies and impact. */
    DEPENDENCY_CHECK,
    /** Proposals of an attached language model. */
    OPTIMIZATION,
    /** All else. */
    GENERIC;

    /** Its name in the API, such as {@code semantic_search}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
