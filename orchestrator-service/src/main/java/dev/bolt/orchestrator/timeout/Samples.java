package dev.bolt.orchestrator.timeout;

import java.util.Arrays;

/**
 * The last {@value #KEPT} times of a tool, and which of the last {@value #RECENT} calls came late. Not for many
 * threads.
 */
final class Samples {
    private static final int KEPT = 512;
    private static final int RECENT = 100;

    private final double[] millis = new double[KEPT];
    private final boolean[] late = new boolean[RECENT];
    private long added;

    void add(double took, boolean tooLate) {
        millis[(int) (added % KEPT)] = took;
        late[(int) (added % RECENT)] = tooLate;
        added++;
    }

    /** How many are kept. */
    int count() {
        return (int) Math.min(added, KEPT);
    }

    /** The time that such a share of the calls did not pass; O(n log n) of those kept, some 20 µs. */
    double quantile(double share) {
        double[] sorted = Arrays.copyOf(millis, count());
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    double lateShare() {
        int recent = (int) Math.min(added, RECENT);
        int count = 0;
        for (int i = 0; i < recent; i++) {
            count += late[i] ? 1 : 0;
        }
        return recent == 0 ? 0 : (double) count / recent;
    }
}
