package dev.bolt.benchmarks.task;

import dev.bolt.benchmarks.client.Score;
import dev.bolt.orchestrator.solve.Planner;
import dev.bolt.orchestrator.solve.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long it takes to read a question and to make its plan: a short one, a stack trace, and the longest there may be.
 */
final class Decomposition {
    private static final int LONGEST = 32_000;
    private static final int ROUNDS = 4_000;
    private static final int WARM = 2_000;
    private static final String FRAME =
            "  File \"/usr/lib/python3/dist-packages/shop/cart.py\", line 412, in Cart.total_of\n"
                    + "    return self.rate_for(`Item.price`, 'no such rate: %s') * item_count\n";

    private Decomposition() {}

    static void report() {
        String trace = "why does this fail?\nTraceback (most recent call last):\n" + FRAME.repeat(20)
                + "RateError: no such rate: 17 of 19\n";
        String longest = (trace + "where are totals_of rounded, and who_calls Cart.total in shop/cart.py? ")
                .repeat(LONGEST / trace.length() + 1)
                .substring(0, LONGEST);
        for (String question : List.of("where are request timeouts computed and who uses them?", trace, longest)) {
            report(question);
        }
    }

    private static void report(String question) {
        var millis = new ArrayList<Double>();
        int steps = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long began = System.nanoTime();
            steps = Planner.plan(Reader.read(question)).size();
            millis.add((System.nanoTime() - began) / 1e6);
        }
        List<Double> warm = millis.subList(WARM, millis.size());
        System.out.printf(
                Locale.ROOT,
                "a question of %d characters becomes a plan of %d steps in %.1f ms the first time, then p50 %.3f ms, p99 %.3f ms%n",
                question.length(),
                steps,
                millis.getFirst(),
                Score.quantile(warm, 0.5),
                Score.quantile(warm, 0.99));
    }
}
