package dev.bolt.orchestrator.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.solve.Priority;
import dev.bolt.api.vitals.AgentStatus;
import dev.bolt.orchestrator.queue.QueueProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

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
        try (var pool = new AgentPool(AgentProperties.of(3), QueueProperties.defaults())) {
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

    /** One piece at a time, so that every agent is idle: the guide's round robin. */
    @Test
    void givesEachIdleAgentItsTurn() {
        var by = new ConcurrentHashMap<String, Integer>();
        try (var pool = new AgentPool(AgentProperties.of(3), QueueProperties.defaults())) {
            for (int i = 1; i <= 60; i++) {
                int pieces = i;
                pool.submit(Priority.NORMAL, new Told("turn", agent -> by.merge(agent, 1, Integer::sum)));
                await().pollInterval(Duration.ofMillis(1))
                        .until(() ->
                                by.values().stream().mapToInt(Integer::intValue).sum() == pieces);
            }
        }
        assertThat(by)
                .hasSize(3)
                .allSatisfy((agent, pieces) -> assertThat(pieces).isBetween(12, 28));
    }

    @Test
    void goesOnAfterWorkThatThrows() {
        var done = new CountDownLatch(1);
        try (var pool = new AgentPool(AgentProperties.of(2), QueueProperties.defaults())) {
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
        try (var pool = new AgentPool(AgentProperties.of(2), QueueProperties.defaults())) {
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

    @Test
    void anIdleAgentStealsWhatAnotherHolds() {
        var first = new CountDownLatch(1);
        var second = new CountDownLatch(1);
        var slow = new CountDownLatch(1);
        Set<String> done = ConcurrentHashMap.newKeySet();
        var patient = new AgentProperties(2, 4, Duration.ofHours(1), true, List.of());
        try (var pool = new AgentPool(patient, QueueProperties.defaults())) {
            fillBatchBehind(pool, Priority.NORMAL, first, second, slow, done);
            second.countDown();
            await().until(() -> done.containsAll(Set.of("b", "c", "d")));
            assertThat(pool.status()).extracting(AgentStatus::stolen).containsExactlyInAnyOrder(0L, 1L);
            assertThat(pool.queued()).isZero();
            slow.countDown();
        }
    }

    @Test
    void withoutStealingAndInEveryPriorityNothingWaitsLongInABatch() {
        for (var priority : List.of(Priority.NORMAL, Priority.HIGH)) {
            var first = new CountDownLatch(1);
            var second = new CountDownLatch(1);
            var slow = new CountDownLatch(1);
            Set<String> done = ConcurrentHashMap.newKeySet();
            boolean stealing = priority == Priority.HIGH;
            var properties = new AgentProperties(2, 4, Duration.ofMillis(20), stealing, List.of());
            try (var pool = new AgentPool(properties, QueueProperties.defaults())) {
                fillBatchBehind(pool, priority, first, second, slow, done);
                second.countDown();
                await().until(() -> done.containsAll(Set.of("b", "c", "d")));
                slow.countDown();
            }
        }
    }

    @Test
    void aBatchOfOneLeavesTheRestInTheQueue() {
        var first = new CountDownLatch(1);
        var second = new CountDownLatch(1);
        var slow = new CountDownLatch(1);
        Set<String> done = ConcurrentHashMap.newKeySet();
        var alone = new AgentProperties(2, 1, Duration.ofHours(1), false, List.of());
        try (var pool = new AgentPool(alone, QueueProperties.defaults())) {
            blockBoth(pool, first, second);
            submitFour(pool, Priority.NORMAL, slow, done);
            first.countDown();
            await().until(() -> pool.queued() == 3);
            assertThat(pool.status()).extracting(AgentStatus::waiting).containsExactly(0, 0);
            second.countDown();
            await().until(() -> done.containsAll(Set.of("b", "c", "d")));
            slow.countDown();
        }
    }

    /** Two agents that are held; then one begins {@code a}, which is slow, with {@code b} behind it in its batch. */
    private static void fillBatchBehind(
            AgentPool pool,
            Priority priority,
            CountDownLatch first,
            CountDownLatch second,
            CountDownLatch slow,
            Set<String> done) {
        blockBoth(pool, first, second);
        submitFour(pool, priority, slow, done);
        first.countDown();
        await().until(() -> pool.status().stream().anyMatch(status -> status.waiting() == 1));
        assertThat(pool.queued()).isEqualTo(3);
    }

    private static void blockBoth(AgentPool pool, CountDownLatch first, CountDownLatch second) {
        pool.submit(Priority.NORMAL, new Told("first", agent -> meet(first)));
        pool.submit(Priority.NORMAL, new Told("second", agent -> meet(second)));
        await().until(() -> pool.queued() == 0);
    }

    private static void submitFour(AgentPool pool, Priority priority, CountDownLatch slow, Set<String> done) {
        pool.submit(priority, new Told("a", agent -> meet(slow)));
        for (String name : List.of("b", "c", "d")) {
            pool.submit(priority, new Told(name, agent -> done.add(name)));
        }
    }

    @Test
    void doesEachStepOnceWhateverIsStolen() {
        var random = new Random(11);
        var times = new AtomicIntegerArray(5_000);
        var properties = new AgentProperties(8, 4, Duration.ofMillis(1), true, List.of());
        try (var pool = new AgentPool(properties, QueueProperties.defaults())) {
            for (int i = 0; i < times.length(); i++) {
                int number = i;
                int micros = random.nextInt(50) == 0 ? 2_000 : random.nextInt(20);
                var priority = Priority.values()[random.nextInt(Priority.values().length)];
                pool.submit(priority, new Told("step " + i, agent -> {
                    LockSupport.parkNanos(micros * 1_000L);
                    times.incrementAndGet(number);
                }));
            }
            await().until(() ->
                    pool.status().stream().mapToLong(AgentStatus::completed).sum() == times.length());
        }
        for (int i = 0; i < times.length(); i++) {
            assertThat(times.get(i)).as("step " + i).isEqualTo(1);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void affinityBindsTheAgentsAndNobodyElse() throws Exception {
        int before = Runtime.getRuntime().availableProcessors();
        int processor = firstAllowed();
        Set<String> masks = ConcurrentHashMap.newKeySet();
        var properties = new AgentProperties(3, 4, Duration.ofMillis(100), true, List.of(processor));
        try (var pool = new AgentPool(properties, QueueProperties.defaults())) {
            var gate = new CountDownLatch(3);
            for (int i = 0; i < 3; i++) {
                pool.submit(Priority.NORMAL, new Told("mask", agent -> {
                    masks.add(allowed("/proc/thread-self/status"));
                    gate.countDown();
                    meet(gate);
                }));
            }
            await().until(() -> gate.getCount() == 0);
            assertThat(masks).containsExactly(String.valueOf(processor));
            assertThat(pool.status()).extracting(AgentStatus::processor).containsOnly(processor);
            assertThat(pool.affinity()).contains(String.valueOf(processor));
        }
        assertThat(allowed("/proc/thread-self/status")).isEqualTo(allowed("/proc/self/status"));
        assertThat(Runtime.getRuntime().availableProcessors()).isEqualTo(before);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void refusesAProcessorThatIsNotThere() {
        var properties = new AgentProperties(2, 4, Duration.ofMillis(100), true, List.of(1023));
        assertThatThrownBy(() -> new AgentPool(properties, QueueProperties.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("affinity names processor 1023");
    }

    private static int firstAllowed() {
        return Integer.parseInt(allowed("/proc/self/status").split("[-,]")[0]);
    }

    private static String allowed(String status) {
        try (var lines = Files.lines(Path.of(status))) {
            return lines.filter(line -> line.startsWith("Cpus_allowed_list:"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
