package dev.bolt.orchestrator.history;

import java.time.Instant;
import java.util.List;

/**
 * What one commit changed.
 *
 * @param at when it was committed
 * @param paths relative to the repository; a deleted file under its old path
 */
record Change(Instant at, List<String> paths) {}
