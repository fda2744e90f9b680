package dev.bolt.einstein.query;

import dev.bolt.api.einstein.SimilarityAnswer;
import dev.bolt.api.einstein.SimilarityBatch;
import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.api.einstein.SimilarityResult;
import dev.bolt.einstein.embed.EmbedPool;
import dev.bolt.einstein.ingest.Activity;
import dev.bolt.einstein.ingest.Engines;
import dev.bolt.einstein.ingest.WorkspaceIndex;
import dev.bolt.einstein.ingest.Workspaces;
import dev.bolt.einstein.vector.Products;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Answers a question, or some that come together, within the request's deadline. Words answer alone while the model
 * loads, if it failed, and for chunks that have no vector; the answer says what share has one.
 */
public final class SimilaritySearcher {
    private final Workspaces workspaces;
    private final Activity activity;
    private final Inquiry.Ways ways;
    private final Products products;
    /** Fair: who came first is answered first. */
    private final Semaphore turns;

    private final int parallel;

    /** What questions are embedded and compared by. */
    public record Means(EmbedPool pool, Products products) {}

    /** Over these workspaces. */
    public SimilaritySearcher(
            Workspaces workspaces, Engines engines, Activity activity, Means means, QueryProperties properties) {
        this.workspaces = workspaces;
        this.activity = activity;
        this.ways = new Inquiry.Ways(
                engines,
                new SemanticLane(means.pool(), properties, workspaces::keep),
                new Fusion(properties.lexicalWeight()),
                properties.candidates());
        this.products = means.products();
        this.parallel = properties.parallel();
        this.turns = new Semaphore(properties.parallel(), true);
    }

    /**
     * The chunks and files that mean the text.
     *
     * @throws ProblemException WORKSPACE_NOT_FOUND; DEADLINE_EXCEEDED; SERVICE_UNAVAILABLE in semantic mode without a
     *     model
     */
    public SimilarityResult similar(SimilarityQuery query) {
        long began = System.nanoTime();
        Asked.check(query);
        WorkspaceIndex index = workspaces.get(query.workspace());
        return inTurn(() -> index.use(open -> answer(open, query, began)));
    }

    private SimilarityResult answer(WorkspaceIndex index, SimilarityQuery query, long began) throws IOException {
        Deadline deadline = Deadline.current();
        return Inquiry.begin(ways, index, query).look(deadline, deadline).answer(null, deadline, began);
    }

    /**
     * The same for each question of a batch, in their order, or its problem. A batch has one turn; those of a workspace
     * are embedded side by side and compared together.
     *
     * @throws ProblemException DEADLINE_EXCEEDED
     */
    public List<SimilarityAnswer> similar(SimilarityBatch batch) {
        return inTurn(() -> new Together(batch.queries(), ways, products).all(workspaces));
    }

    /** Questions that are being answered just now. */
    public int underWay() {
        return parallel - turns.availablePermits();
    }

    private <T> T inTurn(Supplier<T> work) {
        try (var question = activity.begin()) {
            awaitTurn(Deadline.current());
            try {
                return work.get();
            } finally {
                turns.release();
            }
        }
    }

    private void awaitTurn(Deadline deadline) {
        try {
            if (!turns.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                deadline.check();
                throw new ProblemException(Problem.DEADLINE_EXCEEDED, "Other questions took all the time there was");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.DEADLINE_EXCEEDED, "The question was given up", interrupted);
        }
    }
}
