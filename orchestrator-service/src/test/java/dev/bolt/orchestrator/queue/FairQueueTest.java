package dev.bolt.orchestrator.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.solve.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FairQueueTest {
    private record Item(Priority priority, int number) {}

    /** The defaults with so many places. */
    static QueueProperties places(int size) {
        QueueProperties d = QueueProperties.defaults();
        return new QueueProperties(
                size,
                d.criticalRun(),
                d.highWeight(),
                d.normalWeight(),
                d.lowWeight(),
                d.criticalWait(),
                d.highWait(),
                d.normalWait(),
                d.lowWait());
    }

    @Test
    void keepsATenthOfThePlacesForCritical() {
        var queue = new FairQueue<String>(places(20));
        for (int i = 0; i < 18; i++) {
            assertThat(queue.offer(Priority.LOW, "low")).isTrue();
        }
        assertThat(queue.offer(Priority.HIGH, "high")).isFalse();
        assertThat(queue.offer(Priority.CRITICAL, "critical")).isTrue();
        queue.restore(Priority.LOW, "after a restart");
        assertThat(queue.size()).isEqualTo(20);
    }

    @Test
    void foretellsHowManyGoBefore() {
        var queue = new FairQueue<String>(places(1000));
        for (int i = 0; i < 100; i++) {
            queue.offer(Priority.HIGH, "high");
            queue.offer(Priority.LOW, "low");
        }
        assertThat(queue.ahead(Priority.CRITICAL)).isZero();
        assertThat(queue.ahead(Priority.HIGH)).isEqualTo(151); // 100 of its own, and LOW takes half as many meanwhile
        assertThat(queue.ahead(Priority.LOW)).isEqualTo(200);
        assertThat(queue.ahead(Priority.NORMAL)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void foretellsItAlsoWhereTheLanesDiffer(long seed) throws InterruptedException {
        var random = new Random(seed);
        for (Priority priority : List.of(Priority.HIGH, Priority.NORMAL, Priority.LOW)) {
            var queue = new FairQueue<String>(places(10_000));
            for (int i = 0; i < 500; i++) {
                queue.offer(Priority.values()[1 + random.nextInt(3)], "other");
            }
            int ahead = queue.ahead(priority);
            queue.offer(priority, "mine");
            int taken = 0;
            while (!queue.take().equals("mine")) {
                taken++;
            }
            assertThat(taken).isBetween(ahead - 3, ahead + 3);
        }
    }

    /** Work arrives half as fast again as it can be done; what is done must follow the weights, and nobody starves. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void starvesNobodyUnderOverload(long seed) throws InterruptedException {
        var random = new Random(seed);
        var queue = new FairQueue<Priority>(places(1000));
        int[] done = new int[Priority.values().length];
        for (int tick = 0; tick < 30_000; tick++) {
            if (random.nextDouble() < 0.75) {
                double kind = random.nextDouble();
                Priority priority = kind < 0.15
                        ? Priority.CRITICAL
                        : kind < 0.40 ? Priority.HIGH : kind < 0.80 ? Priority.NORMAL : Priority.LOW;
                queue.offer(priority, priority);
            }
            if (tick % 2 == 0 && queue.size() > 0) {
                done[queue.take().ordinal()]++;
            }
        }
        assertThat(done[Priority.CRITICAL.ordinal()]).isBetween(3000, 3800); // all that came: 15 % of 22,500
        double rest = done[1] + done[2] + done[3];
        assertThat(done[Priority.LOW.ordinal()] / rest).isBetween(0.2, 0.3);
        assertThat(done[Priority.NORMAL.ordinal()] / rest).isGreaterThan(0.3);
    }

    @Test
    void refusesWhatFindsNoPlace() {
        var queue = new FairQueue<String>(places(1));
        assertThat(queue.offer(Priority.LOW, "a")).isTrue();
        assertThat(queue.offer(Priority.CRITICAL, "b")).isFalse();
    }

    @Test
    void givesCriticalFirstButNotForEver() throws InterruptedException {
        var queue = new FairQueue<Priority>(places(100));
        for (int i = 0; i < 10; i++) {
            queue.offer(Priority.LOW, Priority.LOW);
            queue.offer(Priority.CRITICAL, Priority.CRITICAL);
        }
        var taken = new ArrayList<Priority>();
        for (int i = 0; i < 10; i++) {
            taken.add(queue.take());
        }
        assertThat(taken.subList(0, QueueProperties.defaults().criticalRun())).containsOnly(Priority.CRITICAL);
        assertThat(taken).contains(Priority.LOW);
    }

    @Test
    void sharesByWeight() throws InterruptedException {
        var queue = new FairQueue<Priority>(places(1000));
        for (int i = 0; i < 200; i++) {
            queue.offer(Priority.HIGH, Priority.HIGH);
            queue.offer(Priority.NORMAL, Priority.NORMAL);
            queue.offer(Priority.LOW, Priority.LOW);
        }
        int[] taken = new int[Priority.values().length];
        for (int i = 0; i < 180; i++) {
            taken[queue.take().ordinal()]++;
        }
        assertThat(taken[Priority.HIGH.ordinal()]).isBetween(78, 82);
        assertThat(taken[Priority.NORMAL.ordinal()]).isBetween(58, 62);
        assertThat(taken[Priority.LOW.ordinal()]).isBetween(38, 42);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void keepsTheOrderWithinAPriorityAndLosesNothing(long seed) throws InterruptedException {
        var random = new Random(seed);
        var queue = new FairQueue<Item>(places(10_000));
        var taken = new ArrayList<Item>();
        int offered = 0;
        for (int i = 0; i < 2000; i++) {
            if (random.nextInt(5) < 3 || queue.size() == 0) {
                Priority priority = Priority.values()[random.nextInt(4)];
                queue.offer(priority, new Item(priority, offered++));
            } else {
                taken.add(queue.take());
            }
        }
        while (queue.size() > 0) {
            taken.add(queue.take());
        }
        assertThat(taken).hasSize(offered).doesNotHaveDuplicates();
        for (Priority priority : Priority.values()) {
            List<Integer> order = taken.stream()
                    .filter(item -> item.priority() == priority)
                    .map(Item::number)
                    .toList();
            assertThat(order).isSorted();
        }
    }
}
