package dev.bolt.orchestrator.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.solve.Priority;
import java.util.EnumMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The queue before two workers under a clock of its own: Poisson arrivals, exponential work of six seconds, a quarter
 * million seconds. What has waited longer than its priority is promised expires.
 */
class LoadSimulationTest {
    private static final QueueProperties PROPERTIES = QueueProperties.defaults();
    private static final int WORKERS = 2;
    private static final double MEAN_WORK_SECONDS = 6;
    private static final double DURATION_SECONDS = 250_000;
    private static final Map<Priority, Double> MIX =
            Map.of(Priority.CRITICAL, 0.15, Priority.HIGH, 0.25, Priority.NORMAL, 0.40, Priority.LOW, 0.20);

    private record Job(Priority priority, double arrived, double work) {}

    /** What became of one priority. */
    private static final class Fate {
        private int done;
        private int expired;
        private double longestWait;

        private double expiredShare() {
            return (double) expired / Math.max(1, done + expired);
        }
    }

    /** Strict priorities would let 99 of 100 LOW ones expire at a load of 1.5, 45 at 1.1; here up to 74 of one do. */
    @ParameterizedTest
    @CsvSource({
        "0.8, 0.01, 0.01, 0.03, 0.08",
        "1.1, 0.01, 0.03, 0.20, 0.40",
        "1.5, 0.01, 0.15, 0.80, 0.80",
    })
    void noPriorityStarvesUnderLoad(double load, double critical, double high, double normal, double low) {
        Map<Priority, Fate> fates = run(load, Integer.MAX_VALUE, new Random(5));
        assertThat(fates.get(Priority.CRITICAL).expiredShare()).isLessThan(critical);
        assertThat(fates.get(Priority.HIGH).expiredShare()).isLessThan(high);
        assertThat(fates.get(Priority.NORMAL).expiredShare()).isLessThan(normal);
        assertThat(fates.get(Priority.LOW).expiredShare()).isLessThan(low);
        fates.values().forEach(fate -> assertThat(fate.done).isGreaterThan(1_000));
    }

    @Test
    void aFloodOfCriticalOnesLeavesAFifthToTheOthers() {
        var queue = new FairQueue<Job>(PROPERTIES);
        for (int i = 0; i < 400; i++) {
            queue.offer(Priority.CRITICAL, new Job(Priority.CRITICAL, 0, 1));
            queue.offer(Priority.LOW, new Job(Priority.LOW, 0, 1));
        }
        int low = 0;
        for (int i = 0; i < 300; i++) {
            low += queue.poll().orElseThrow().priority() == Priority.LOW ? 1 : 0;
        }
        assertThat(low).isEqualTo(60);
    }

    @Test
    void theSameSeedGivesTheSameFates() {
        var one = run(1.1, 5_000, new Random(9));
        var two = run(1.1, 5_000, new Random(9));
        for (Priority priority : Priority.values()) {
            assertThat(one.get(priority).done).isEqualTo(two.get(priority).done);
            assertThat(one.get(priority).longestWait).isEqualTo(two.get(priority).longestWait);
        }
    }

    private static Map<Priority, Fate> run(double load, double duration, Random random) {
        double end = Math.min(DURATION_SECONDS, duration);
        double rate = load * WORKERS / MEAN_WORK_SECONDS;
        var queue = new FairQueue<Job>(PROPERTIES);
        var idleAt = new PriorityQueue<Double>();
        for (int i = 0; i < WORKERS; i++) {
            idleAt.add(0.0);
        }
        Map<Priority, Fate> fates = new EnumMap<>(Priority.class);
        for (Priority priority : Priority.values()) {
            fates.put(priority, new Fate());
        }
        double now = 0;
        while (now < end) {
            now += -Math.log(1 - random.nextDouble()) / rate;
            serve(queue, idleAt, now, fates);
            Priority priority = drawn(random.nextDouble());
            var job = new Job(priority, now, -Math.log(1 - random.nextDouble()) * MEAN_WORK_SECONDS);
            if (!queue.offer(priority, job)) {
                fates.get(priority).expired++;
            }
        }
        return fates;
    }

    /** Gives work to every worker that is idle before now. */
    private static void serve(
            FairQueue<Job> queue, PriorityQueue<Double> idleAt, double now, Map<Priority, Fate> fates) {
        while (idleAt.element() <= now && queue.size() > 0) {
            Job job = queue.poll().orElseThrow().item();
            double begins = Math.max(idleAt.element(), job.arrived());
            double waited = begins - job.arrived();
            Fate fate = fates.get(job.priority());
            fate.longestWait = Math.max(fate.longestWait, waited);
            if (waited > PROPERTIES.wait(job.priority()).toSeconds()) {
                fate.expired++;
            } else {
                fate.done++;
                idleAt.remove();
                idleAt.add(begins + job.work());
            }
        }
    }

    private static Priority drawn(double share) {
        double sum = 0;
        for (Priority priority : Priority.values()) {
            sum += MIX.get(priority);
            if (share < sum) {
                return priority;
            }
        }
        return Priority.LOW;
    }
}
