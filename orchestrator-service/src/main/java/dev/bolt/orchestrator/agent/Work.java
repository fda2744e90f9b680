package dev.bolt.orchestrator.agent;

/** One step for an agent. */
public interface Work {
    /** Its name for people, {@code solve id/step}. */
    String name();

    /** Does it; what it throws is logged and ends nothing but this work. */
    void run(String agent);
}
