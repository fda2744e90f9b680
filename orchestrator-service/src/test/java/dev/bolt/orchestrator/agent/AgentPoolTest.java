package dev.bolt.orchestrator.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.solve.Priority;
import dev.bolt.orchestrator.queue.QueueProperties;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AgentPoolTest {
    private record Told(String name, Consumer<String> work) implements Work {
        @Override
        public void run(String agent) {
            work.accept(agent);
        }
    }

    @Test
    void doesEveryPieceOfWorkOnceWithSoManyAgents() {
        var done = new AtomicInteger();
        Set<String> agents = ConcurrentHashMap.newKeySet();
        var gate = new CountDownLatch(3);
        try (var pool = new AgentPool(new AgentProperties(3), QueueProperties.defaults())) {
            for (int i = 0; i < 3; i++) {
                pool.submit(Priority.NORMAL, new Told("meet", agent -> {
                    agents.add(agent);
                    gate.countDown();
                    meet(gate);
                }));
            }
            for (int i = 0; i < 500; i++) {
                pool.submit(Priority.NORMAL, new Told("count", agent -> done.incrementAndGet()));
            }
            await().until(() -> done.get() == 500);
            assertThat(agents).containsExactlyInAnyOrder("agent-0", "agent-1", "agent-2");
            await().until(() -> pool.status().stream()
                            .mapToLong(status -> status.completed())
                            .sum()
                    == 503);
        }
    }

    @Test
    void goesOnAfterWorkThatThrows() {
        var done = new CountDownLatch(1);
        try (var pool = new AgentPool(new AgentProperties(2), QueueProperties.defaults())) {
            for (int i = 0; i < 4; i++) {
                pool.submit(Priority.NORMAL, new Told("overflows", agent -> {
                    throw new StackOverflowError();
                }));
                pool.submit(Priority.NORMAL, new Told("throws", agent -> {
                    throw new IllegalStateException();
                }));
            }
            pool.submit(Priority.NORMAL, new Told("goes on", agent -> done.countDown()));
            await().until(() -> done.getCount() == 0);
        }
    }

    @Test
    void doesCriticalWorkFirstAndTellsWhatItDoes() {
        var gate = new CountDownLatch(1);
        List<String> order = new CopyOnWriteArrayList<>();
        try (var pool = new AgentPool(new AgentProperties(2), QueueProperties.defaults())) {
            pool.submit(Priority.NORMAL, new Told("a", agent -> meet(gate)));
            pool.submit(Priority.NORMAL, new Told("b", agent -> meet(gate)));
            await().until(() -> pool.queued() == 0);
            assertThat(pool.status()).extracting("step").containsExactlyInAnyOrder("a", "b");
            for (int i = 0; i < 10; i++) {
                Priority priority = i < 9 ? Priority.LOW : Priority.CRITICAL;
                pool.submit(priority, new Told("w" + i, agent -> order.add(priority.name())));
            }
            assertThat(pool.queued()).isEqualTo(10);
            gate.countDown();
            await().until(() -> order.size() == 10);
            assertThat(order.subList(0, 2)).contains("CRITICAL");
        }
    }

    private static void meet(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
