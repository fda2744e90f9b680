package dev.bolt.orchestrator.agent;

import dev.bolt.api.vitals.AgentStatus;
import dev.bolt.orchestrator.agent.Batch.Entry;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One worker. Takes what is CRITICAL first, then what its batch holds, then a batch from the queue, then what it may
 * take from others. A step that throws ends nothing but itself.
 */
final class Agent implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Agent.class);

    private final String name;
    private final AgentPool pool;
    private final @Nullable Integer processor;
    private final Batch batch = new Batch();
    private final AtomicLong completed = new AtomicLong();
    private final AtomicLong stolen = new AtomicLong();
    private volatile @Nullable String step;

    /** @param processor to which it is bound; null for none */
    Agent(String name, AgentPool pool, @Nullable Integer processor) {
        this.name = name;
        this.pool = pool;
        this.processor = processor;
    }

    Batch batch() {
        return batch;
    }

    AgentStatus status() {
        return new AgentStatus(name, step, completed.get(), batch.size(), stolen.get(), processor);
    }

    @Override
    public void run() {
        if (processor != null && !CpuAffinity.bind(processor)) {
            log.warn("{} runs on any processor: processor {} is gone", name, processor);
        }
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Entry entry = next();
                if (entry == null) {
                    pool.awaitWork();
                } else {
                    perform(entry.work());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Entry next() {
        Entry entry = pool.takeCritical();
        if (entry == null) {
            entry = batch.next();
        }
        if (entry == null) {
            entry = first(pool.takeBatch());
        }
        if (entry == null) {
            List<Entry> taken = pool.takeFromOthers(this);
            stolen.addAndGet(taken.size());
            entry = first(taken);
        }
        return entry;
    }

    private @Nullable Entry first(List<Entry> taken) {
        if (taken.isEmpty()) {
            return null;
        }
        batch.add(taken.subList(1, taken.size()));
        return taken.getFirst();
    }

    private void perform(Work work) {
        step = work.name();
        try {
            work.run(name);
        } catch (RuntimeException | Error e) {
            log.error("{} failed in {}", name, work.name(), e);
        }
        completed.incrementAndGet();
        step = null;
    }
}
