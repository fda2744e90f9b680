package dev.bolt.orchestrator.agent;

import dev.bolt.api.solve.Priority;
import dev.bolt.api.vitals.AgentStatus;
import dev.bolt.orchestrator.agent.Batch.Entry;
import dev.bolt.orchestrator.queue.FairQueue;
import dev.bolt.orchestrator.queue.FairQueue.Waiting;
import dev.bolt.orchestrator.queue.QueueProperties;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of agents that share one fair queue. The one that has been idle the longest gets what comes. While
 * more waits than there are agents, each takes a batch at once; what waits in a batch an idle agent may take, half of
 * it at once, and after {@link AgentProperties#batchWait} whatever its priority. CRITICAL work is in no batch: every
 * agent asks for it between two steps. Each step is done once. Closing interrupts what runs.
 */
public final class AgentPool implements AutoCloseable {
    private final AgentProperties properties;
    private final FairQueue<Work> queue;
    private final List<Agent> agents = new ArrayList<>();
    private final ExecutorService threads;

    /**
     * Starts the agents.
     *
     * @param waiting weights of the priorities; the number of steps is bounded by that of the solves that run
     * @throws IllegalArgumentException if a processor is named that this process may not use
     */
    public AgentPool(AgentProperties properties, QueueProperties waiting) {
        this.properties = properties;
        queue = new FairQueue<>(waiting);
        boolean bound = !properties.affinity().isEmpty() && CpuAffinity.available();
        if (bound) {
            CpuAffinity.check(properties.affinity());
        }
        threads = Executors.newThreadPerTaskExecutor(factory(bound));
        for (int i = 0; i < properties.count(); i++) {
            Integer processor =
                    bound ? properties.affinity().get(i % properties.affinity().size()) : null;
            agents.add(new Agent("agent-" + i, this, processor));
        }
        agents.forEach(threads::execute);
    }

    private static ThreadFactory factory(boolean bound) {
        return bound
                ? Thread.ofPlatform().daemon().name("agent-", 0).factory()
                : Thread.ofVirtual().name("agent-", 0).factory();
    }

    /** Hands the work to an agent. */
    public void submit(Priority priority, Work work) {
        queue.restore(priority, work);
    }

    /** How many steps wait. */
    public int queued() {
        return queue.size() + batched();
    }

    private int batched() {
        return agents.stream().mapToInt(agent -> agent.batch().size()).sum();
    }

    /** How many agents there are. */
    public int size() {
        return agents.size();
    }

    /** What each agent does now, by name. */
    public List<AgentStatus> status() {
        return agents.stream().map(Agent::status).toList();
    }

    /** Where the agents run, for people. */
    public String affinity() {
        if (properties.affinity().isEmpty()) {
            return "any processor";
        }
        return CpuAffinity.available()
                ? "processors " + properties.affinity()
                : "not available on " + System.getProperty("os.name");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    @Nullable
    Entry takeCritical() {
        return queue.pollCritical().map(AgentPool::entry).orElse(null);
    }

    /**
     * What is next in the queue, and if more waits than there are agents, what follows: as much as is one agent's
     * share, up to a batch. Nothing follows what is CRITICAL.
     */
    List<Entry> takeBatch() {
        var batch = new ArrayList<Entry>();
        int share = 1;
        Optional<Waiting<Work>> next = queue.poll();
        while (next.isPresent()) {
            batch.add(entry(next.get()));
            if (batch.size() == 1) {
                share = Math.min(properties.batchSize(), 1 + queue.size() / agents.size());
            }
            boolean more = batch.size() < share && next.get().priority() != Priority.CRITICAL;
            next = more ? queue.poll() : Optional.empty();
        }
        return batch;
    }

    private static Entry entry(Waiting<Work> waiting) {
        return new Entry(waiting.priority(), waiting.item(), System.nanoTime());
    }

    /** What waits too long in another's batch, else half of the largest. */
    List<Entry> takeFromOthers(Agent thief) {
        long now = System.nanoTime();
        for (Agent other : agents) {
            Entry overdue = other == thief
                    ? null
                    : other.batch().overdue(now, properties.batchWait().toNanos());
            if (overdue != null) {
                return List.of(overdue);
            }
        }
        if (!properties.stealing()) {
            return List.of();
        }
        return agents.stream()
                .filter(other -> other != thief)
                .max(Comparator.comparingInt(other -> other.batch().movable()))
                .map(other -> other.batch().steal())
                .orElse(List.of());
    }

    /** Waits until something comes, or something in a batch has waited too long. */
    void awaitWork() throws InterruptedException {
        OptionalLong oldest = agents.stream()
                .map(agent -> agent.batch().since())
                .flatMapToLong(OptionalLong::stream)
                .min();
        if (oldest.isEmpty()) {
            queue.await();
        } else {
            long left = oldest.getAsLong() + properties.batchWait().toNanos() - System.nanoTime();
            queue.await(Math.max(1, left));
        }
    }
}
