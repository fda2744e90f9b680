package dev.bolt.cli.load;

import java.util.Arrays;

/**
 * What became of a load.
 *
 * @param name what was done
 * @param asked questions that were sent
 * @param refused those that were turned away at once (429)
 * @param answered those that ended with an answer, be it partial
 * @param calledOff those that were still waiting when the time was over, and were called off
 * @param failed those that ended without an answer, or whose end was never heard
 * @param perSecond answers a second
 * @param p50Millis from the sending to the end, of the answered
 * @param p99Millis the same
 * @param stepWaitP99Millis from when a step could begin to when an agent began it
 */
public record LoadResult(
        String name,
        int asked,
        int refused,
        int answered,
        int calledOff,
        int failed,
        double perSecond,
        double p50Millis,
        double p99Millis,
        double stepWaitP99Millis) {

    /** The nearest-rank quantile; 0 of nothing. */
    static double quantile(double[] values, double share) {
        if (values.length == 0) {
            return 0;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.clamp((long) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }
}
