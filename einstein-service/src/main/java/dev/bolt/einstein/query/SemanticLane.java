package dev.bolt.einstein.query;

import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.einstein.embed.EmbedPool;
import dev.bolt.einstein.embed.Embedder;
import dev.bolt.einstein.ingest.WorkspaceIndex;
import dev.bolt.einstein.lexical.ChunkHit;
import dev.bolt.einstein.lexical.Filter;
import dev.bolt.einstein.vector.Neighbor;
import dev.bolt.platform.deadline.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The chunks nearest in meaning, after the best candidates of the words got the vectors they lacked. */
final class SemanticLane {
    private static final Logger LOG = LoggerFactory.getLogger(SemanticLane.class);
    /** Over the on-demand budget: the text being embedded when it ends. */
    private static final Duration GRACE = Duration.ofMillis(200);

    /**
     * The most promising candidates, which are waited for longer where the machine is busy: with their vectors a
     * question has 95 (django) to 99 % (twisted) of the reciprocal rank that it has with all.
     */
    private static final int FIRST = 12;

    /** So many budgets they have at most, and never more than half of the time that is left. */
    private static final int PATIENCE = 3;

    /** Each look takes so many times more than the one before, so all together cost little more than the last. */
    private static final int WIDER = 8;

    private final EmbedPool pool;
    private final QueryProperties properties;
    private final BiConsumer<String, Map<ChunkId, float[]>> keep;

    SemanticLane(EmbedPool pool, QueryProperties properties, BiConsumer<String, Map<ChunkId, float[]>> keep) {
        this.pool = pool;
        this.properties = properties;
        this.keep = keep;
    }

    /**
     * A question whose vector is under way, so that the words can be looked up meanwhile.
     *
     * @param vector of the question
     */
    record Begun(Embedder embedder, Asked asked, Future<float[]> vector) {}

    /** Begins to embed the question and returns; lines are no question but a text like those that are looked for. */
    Begun begin(Embedder embedder, Asked asked) {
        Future<float[]> vector =
                asked.not() == null ? pool.question(embedder, asked.text()) : pool.text(embedder, asked.text());
        return new Begun(embedder, asked, vector);
    }

    /**
     * What is near.
     *
     * @param hits best first, the score a {@link Embedder#likeness likeness}; a chunk of many files comes as often
     * @param all whether there is nothing further away
     */
    record Near(List<ChunkHit> hits, boolean all) {}

    /**
     * The vector of the question, after the candidates got theirs; empty if the question cannot be embedded.
     *
     * @param share when no more candidates are embedded, for other questions wait
     */
    Optional<float[]> vector(
            WorkspaceIndex index, Begun question, List<ChunkHit> candidates, Deadline share, Deadline deadline)
            throws IOException {
        onDemand(index, question.embedder(), candidates, share);
        Optional<float[]> vector = result(question.vector(), deadline.remaining());
        deadline.check();
        return vector;
    }

    /**
     * Looks further while the filter leaves too little; at the end it has looked at every vector.
     *
     * @param wanted chunks, fewer if the workspace no longer has some
     * @param known so many of the nearest, if they were looked up already
     */
    Near nearest(
            WorkspaceIndex index,
            Begun question,
            float[] vector,
            int wanted,
            @Nullable List<Neighbor> known,
            Deadline deadline)
            throws IOException {
        Filter filter = question.asked().filter();
        for (int width = wanted; ; width *= WIDER) {
            List<Neighbor> neighbors =
                    width == wanted && known != null ? known : index.vectors().search(vector, width, deadline);
            List<ChunkHit> hits = places(index, neighbors, question.embedder(), filter);
            boolean all = neighbors.size() < width;
            if (all || filter.isNone() || hits.size() >= wanted) {
                return new Near(hits, all);
            }
        }
    }

    private static List<ChunkHit> places(
            WorkspaceIndex index, List<Neighbor> neighbors, Embedder embedder, Filter filter) throws IOException {
        Map<ChunkId, List<ChunkHit>> places =
                index.lexical().placesOf(neighbors.stream().map(Neighbor::id).toList(), filter).stream()
                        .collect(Collectors.groupingBy(ChunkHit::id));
        var hits = new ArrayList<ChunkHit>();
        for (Neighbor neighbor : neighbors) {
            for (ChunkHit place : places.getOrDefault(neighbor.id(), List.of())) {
                hits.add(place.scored(embedder.likeness(neighbor.similarity())));
            }
        }
        return hits;
    }

    private void onDemand(WorkspaceIndex index, Embedder embedder, List<ChunkHit> candidates, Deadline deadline)
            throws IOException {
        if (properties.onDemandBudget().isZero()) {
            return;
        }
        List<ChunkId> ids = candidates.stream().map(ChunkHit::id).toList();
        List<ChunkId> missing = index.vectors().missing(ids);
        Map<ChunkId, String> inputs = index.lexical().inputsOf(missing);
        Deadline budget = Deadline.after(properties.onDemandBudget()).earlier(deadline);
        Deadline patience = Deadline.after(patience(deadline)).earlier(deadline);
        Map<ChunkId, float[]> made = new ConcurrentHashMap<>();
        Map<Future<?>, Deadline> work = new LinkedHashMap<>();
        for (ChunkId id : missing) {
            String input = inputs.get(id);
            if (input != null) {
                int place = ids.indexOf(id);
                Deadline until = place < FIRST ? patience : budget;
                var one = pool.candidate(place, () -> {
                    if (!until.expired()) {
                        made.put(id, embedder.embed(input));
                    }
                    return null;
                });
                work.put(one, until);
            }
        }
        work.forEach(SemanticLane::await);
        pool.withdraw(work.keySet());
        Deadline grace = Deadline.after(GRACE);
        for (Future<?> one : work.keySet()) {
            if (!one.isCancelled()) {
                result(one, grace.remaining());
            }
        }
        var kept = Map.copyOf(made);
        kept.forEach(index.vectors()::add);
        keep.accept(embedder.model(), kept);
    }

    /** At least the budget. */
    private Duration patience(Deadline deadline) {
        Duration budget = properties.onDemandBudget();
        Duration most = budget.multipliedBy(PATIENCE);
        Duration half = deadline.remaining().dividedBy(2);
        Duration longer = most.compareTo(half) < 0 ? most : half;
        return longer.compareTo(budget) > 0 ? longer : budget;
    }

    /** Until it ends, in whatever way, or the deadline passes. */
    private static void await(Future<?> work, Deadline deadline) {
        try {
            work.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException later) {
            // told, or withdrawn, when all have had their time
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> Optional<T> result(Future<T> work, Duration patience) {
        try {
            return Optional.ofNullable(work.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            work.cancel(false);
        } catch (ExecutionException failure) {
            LOG.warn("A text cannot be embedded", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
