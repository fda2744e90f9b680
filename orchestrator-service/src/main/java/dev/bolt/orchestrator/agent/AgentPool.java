package dev.bolt.orchestrator.agent;

import dev.bolt.api.solve.Priority;
import dev.bolt.api.vitals.AgentStatus;
import dev.bolt.orchestrator.queue.FairQueue;
import dev.bolt.orchestrator.queue.QueueProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fixed number of agents that take work from one fair queue, so an idle agent takes the next step whoever it was
 * waiting for. A step that throws ends nothing but itself. Closing interrupts what runs.
 */
public final class AgentPool implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AgentPool.class);

    private final FairQueue<Work> queue;
    private final List<Agent> agents = new ArrayList<>();
    private final ExecutorService threads;

    /** @param waiting weights of the priorities; the number of steps is bounded by that of the solves that run */
    public AgentPool(AgentProperties properties, QueueProperties waiting) {
        queue = new FairQueue<>(waiting);
        threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("agent-", 0).factory());
        for (int i = 0; i < properties.count(); i++) {
            var agent = new Agent("agent-" + i);
            agents.add(agent);
            threads.execute(agent);
        }
    }

    /** Hands the work to the next idle agent. */
    public void submit(Priority priority, Work work) {
        queue.restore(priority, work);
    }

    /** How many steps wait. */
    public int queued() {
        return queue.size();
    }

    /** How many agents there are. */
    public int size() {
        return agents.size();
    }

    /** What each agent does now, by name. */
    public List<AgentStatus> status() {
        return agents.stream().map(Agent::status).toList();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private final class Agent implements Runnable {
        private final String name;
        private final AtomicLong completed = new AtomicLong();
        private volatile @Nullable String step;

        Agent(String name) {
            this.name = name;
        }

        AgentStatus status() {
            return new AgentStatus(name, step, completed.get());
        }

        @Override
        public void run() {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    Work work = queue.take();
                    step = work.name();
                    try {
                        work.run(name);
                    } catch (RuntimeException | Error e) {
                        log.error("{} failed in {}", name, work.name(), e);
                    }
                    completed.incrementAndGet();
                    step = null;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
