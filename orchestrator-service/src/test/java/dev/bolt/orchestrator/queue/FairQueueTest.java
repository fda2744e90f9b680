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

    @Test
    void refusesWhatFindsNoPlace() {
        var queue = new FairQueue<String>(1);
        assertThat(queue.offer(Priority.LOW, "a")).isTrue();
        assertThat(queue.offer(Priority.CRITICAL, "b")).isFalse();
    }

    @Test
    void givesCriticalFirstButNotForEver() throws InterruptedException {
        var queue = new FairQueue<Priority>(100);
        for (int i = 0; i < 10; i++) {
            queue.offer(Priority.LOW, Priority.LOW);
            queue.offer(Priority.CRITICAL, Priority.CRITICAL);
        }
        var taken = new ArrayList<Priority>();
        for (int i = 0; i < 10; i++) {
            taken.add(queue.take());
        }
        assertThat(taken.subList(0, FairQueue.CRITICAL_RUN)).containsOnly(Priority.CRITICAL);
        assertThat(taken).contains(Priority.LOW);
    }

    @Test
    void sharesByWeight() throws InterruptedException {
        var queue = new FairQueue<Priority>(1000);
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
        var queue = new FairQueue<Item>(10_000);
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
