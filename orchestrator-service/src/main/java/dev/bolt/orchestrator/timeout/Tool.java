package dev.bolt.orchestrator.timeout;

import java.time.Duration;

/** What a step calls, with its base timeout and how many calls of it run at once (the tuning guide's figures). */
public enum Tool {
    SEMANTIC_SEARCH("semantic_search", 30, 3),
    PATTERN_SEARCH("pattern_search", 15, 4),
    CODE_ANALYSIS("code_analysis", 60, 2),
    DEPENDENCY_CHECK("dependency_check", 45, 1),
    OPTIMIZATION("optimization", 120, 2),
    GENERIC("generic", 30, 4);

    private final String id;
    private final Duration base;
    private final int concurrency;

    Tool(String id, long baseSeconds, int concurrency) {
        this.id = id;
        this.base = Duration.ofSeconds(baseSeconds);
        this.concurrency = concurrency;
    }

    /** Its name in the API. */
    public String id() {
        return id;
    }

    /** What a call of no complexity is given. */
    public Duration base() {
        return base;
    }

    /** Calls at once. */
    public int concurrency() {
        return concurrency;
    }
}
