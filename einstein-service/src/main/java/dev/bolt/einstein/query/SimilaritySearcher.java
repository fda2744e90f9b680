package dev.bolt.einstein.query;

import dev.bolt.api.einstein.SimilarChunk;
import dev.bolt.api.einstein.SimilarFile;
import dev.bolt.api.einstein.SimilarityMode;
import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.api.einstein.SimilarityResult;
import dev.bolt.api.index.Freshness;
import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.einstein.embed.EmbedPool;
import dev.bolt.einstein.embed.Embedder;
import dev.bolt.einstein.ingest.Activity;
import dev.bolt.einstein.ingest.Engines;
import dev.bolt.einstein.ingest.WorkspaceIndex;
import dev.bolt.einstein.ingest.Workspaces;
import dev.bolt.einstein.lexical.ChunkHit;
import dev.bolt.einstein.lexical.LexicalAnswer;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Answers a question within the request's deadline. Words answer alone while the model loads, if it failed, and for
 * chunks that have no vector; the answer says what share has one.
 */
public final class SimilaritySearcher {
    private static final int DEFAULT_LIMIT = 20;
    /** Candidates that a question has the time to give vectors to, at least, on a machine that does other work. */
    private static final int PROMISING = 15;

    private final Workspaces workspaces;
    private final Engines engines;
    private final Activity activity;
    private final SemanticLane semantic;
    private final Fusion fusion;
    private final int candidates;
    /** Fair: who came first is answered first. */
    private final Semaphore turns;

    private final int parallel;

    /** Over these workspaces. */
    public SimilaritySearcher(
            Workspaces workspaces, Engines engines, Activity activity, EmbedPool pool, QueryProperties properties) {
        this.workspaces = workspaces;
        this.engines = engines;
        this.activity = activity;
        this.semantic = new SemanticLane(pool, properties, workspaces::keep);
        this.fusion = new Fusion(properties.lexicalWeight());
        this.candidates = properties.candidates();
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
        try (var question = activity.begin()) {
            awaitTurn(Deadline.current());
            try {
                return index.use(open -> answer(open, query, began));
            } finally {
                turns.release();
            }
        }
    }

    /** Questions that are being answered just now. */
    public int underWay() {
        return parallel - turns.availablePermits();
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

    private SimilarityResult answer(WorkspaceIndex index, SimilarityQuery query, long began) throws IOException {
        Deadline deadline = Deadline.current();
        SimilarityMode mode = query.mode() == null ? SimilarityMode.HYBRID : query.mode();
        int limit = query.limit() == 0 ? DEFAULT_LIMIT : query.limit();
        Freshness freshness = index.refreshed();
        Asked asked = Asked.of(query, index.lexical());
        Optional<SemanticLane.Begun> meaning = meaning(asked, mode);
        LexicalAnswer words = mode == SimilarityMode.SEMANTIC
                ? index.lexical().searchChunks(asked.text(), asked.filter(), deadline)
                : index.lexical().search(asked.text(), asked.filter(), deadline);
        Found found = switch (mode) {
            case LEXICAL ->
                new Found(
                        best(index, asked, Fusion.alone(Ranked.LEXICAL, words.chunks()), limit),
                        FileFusion.alone(words.files(), limit));
            case SEMANTIC -> new Found(near(index, meaning.orElseThrow(), words, limit, deadline), List.of());
            case HYBRID -> fused(index, asked, meaning, words, limit, deadline);
        };
        return new SimilarityResult(
                found.chunks(),
                found.files(),
                words.knownTermShare(),
                index.embeddedShare(),
                freshness,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    /** Best first. */
    private record Found(List<SimilarChunk> chunks, List<SimilarFile> files) {}

    /** Looks further while copies leave too little. */
    private static List<SimilarChunk> best(WorkspaceIndex index, Asked asked, List<Ranked> found, int limit)
            throws IOException {
        List<Ranked> ranked = found.stream().filter(asked::wants).toList();
        for (int width = 2 * limit; ; width *= 2) {
            List<Ranked> head = ranked.stream().limit(width).toList();
            var ids = head.stream().map(one -> one.hit().id()).distinct().toList();
            List<SimilarChunk> best = Duplicates.collapse(head, index.lexical().inputsOf(ids), limit);
            if (best.size() == limit || width >= ranked.size()) {
                return best;
            }
        }
    }

    /** @throws ProblemException SERVICE_UNAVAILABLE in semantic mode without a model */
    private Optional<SemanticLane.Begun> meaning(Asked asked, SimilarityMode mode) {
        Optional<? extends Embedder> embedder = engines.embedder().now();
        if (mode == SimilarityMode.SEMANTIC && embedder.isEmpty()) {
            throw new ProblemException(
                    Problem.SERVICE_UNAVAILABLE,
                    "The embedding model is not there: " + engines.embedder().word(any -> ""));
        }
        return mode == SimilarityMode.LEXICAL ? Optional.empty() : embedder.map(known -> semantic.begin(known, asked));
    }

    /** Looks at no more vectors than the limit needs, and further while copies leave too little. */
    private List<SimilarChunk> near(
            WorkspaceIndex index, SemanticLane.Begun meaning, LexicalAnswer words, int limit, Deadline deadline)
            throws IOException {
        List<ChunkHit> head = words.chunks().stream().limit(candidates).toList();
        float[] vector = semantic.vector(index, meaning, head, deadline)
                .orElseThrow(
                        () -> new ProblemException(Problem.SERVICE_UNAVAILABLE, "The question cannot be embedded now"));
        for (int wanted = limit; ; wanted *= 2) {
            SemanticLane.Near near = semantic.nearest(index, meaning, vector, wanted, deadline);
            List<SimilarChunk> best = best(index, meaning.asked(), Fusion.alone(Ranked.SEMANTIC, near.hits()), limit);
            if (best.size() == limit || near.all()) {
                return best;
            }
        }
    }

    /** Who wants more answers than there are candidates has as many candidates. */
    private Found fused(
            WorkspaceIndex index,
            Asked asked,
            Optional<SemanticLane.Begun> meaning,
            LexicalAnswer words,
            int limit,
            Deadline deadline)
            throws IOException {
        int wanted = Math.max(candidates, limit);
        var around = Fusion.Around.of(asked.text(), words.files());
        List<ChunkHit> head = fusion.promising(words.chunks(), wanted, around);
        List<ChunkHit> near = meaning.isEmpty() ? List.of() : near(index, meaning.get(), head, wanted, deadline);
        Set<ChunkId> unknown = Set.copyOf(
                index.vectors().missing(head.stream().map(ChunkHit::id).toList()));
        double worth = meaning.map(begun -> begun.embedder().weight()).orElse(1.0);
        double weight = worth * coverage(head.stream().limit(PROMISING).toList(), unknown);
        var said = new Fusion.Meaning(near, unknown, weight);
        return new Found(
                best(index, asked, fusion.fuse(words.chunks(), wanted, said, around), limit),
                FileFusion.fuse(words.files(), near, coverage(head, unknown), around.aboutTests(), limit));
    }

    private List<ChunkHit> near(
            WorkspaceIndex index, SemanticLane.Begun meaning, List<ChunkHit> head, int wanted, Deadline deadline)
            throws IOException {
        Optional<float[]> vector = semantic.vector(index, meaning, head, deadline);
        return vector.isEmpty()
                ? List.of()
                : semantic.nearest(index, meaning, vector.get(), wanted, deadline)
                        .hits();
    }

    /** Part of them that have a vector, 1 if there is none. */
    private static double coverage(List<ChunkHit> hits, Set<ChunkId> unknown) {
        return hits.stream()
                .mapToInt(hit -> unknown.contains(hit.id()) ? 0 : 1)
                .average()
                .orElse(1);
    }
}
