package dev.bolt.benchmarks.localization;

import java.util.List;

/** Whether two rankings differ by more than chance: McNemar's exact test (Psychometrika 12, 1947), two-sided. */
final class McNemar {
    private McNemar() {}

    /** Its p, from what each got right in the same order; 1 if they differ nowhere. */
    static double exact(List<Boolean> one, List<Boolean> other) {
        int lost = 0;
        int gained = 0;
        for (int i = 0; i < one.size(); i++) {
            lost += one.get(i) && !other.get(i) ? 1 : 0;
            gained += !one.get(i) && other.get(i) ? 1 : 0;
        }
        int differing = lost + gained;
        double tail = 0;
        for (int k = 0; k <= Math.min(lost, gained); k++) {
            tail += Math.exp(logChoose(differing, k) - differing * Math.log(2));
        }
        return differing == 0 ? 1 : Math.min(1, 2 * tail);
    }

    private static double logChoose(int n, int k) {
        double sum = 0;
        for (int i = 1; i <= k; i++) {
            sum += Math.log(n - k + i) - Math.log(i);
        }
        return sum;
    }
}
