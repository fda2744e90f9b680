package dev.bolt.orchestrator.timeout;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How long a call of a tool may take: base × (1 + complexity / 10), × 1.5 when the recent average passes 80 % of the
 * base (the tuning guide's rule). The average is exponential with α = 1/8, as RFC 6298 §2 smooths round trips. Safe for
 * many threads.
 */
public final class AdaptiveTimeout {
    private static final double ALPHA = 1.0 / 8;
    private static final double NEAR = 0.8;
    private static final double STRETCH = 1.5;

    private final Map<Tool, Double> averageMillis = new EnumMap<>(Tool.class);

    /**
     * The timeout of the next call.
     *
     * @param complexity 0 for a plain question, 10 for one twice as hard
     */
    public synchronized Duration of(Tool tool, double complexity) {
        double base = tool.base().toMillis();
        double factor = 1 + complexity / 10;
        if (averageMillis.getOrDefault(tool, 0.0) > NEAR * base) {
            factor *= STRETCH;
        }
        return Duration.ofMillis(Math.round(base * factor));
    }

    /** Takes in how long a call took. */
    public synchronized void observe(Tool tool, Duration took) {
        double millis = took.toMillis();
        averageMillis.merge(tool, millis, (average, now) -> average + ALPHA * (now - average));
    }
}
