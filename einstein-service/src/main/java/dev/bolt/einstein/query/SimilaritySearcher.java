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
        LexicalAnswer words = index.lexical().search(asked.text(), asked.filter(), deadline);
        Found found = switch (mode) {
            case LEXICAL -> new Found(Fusion.alone(Ranked.LEXICAL, words.chunks()), FileFusion.alone(words.files()));
            case SEMANTIC ->
                new Found(
                        Fusion.alone(Ranked.SEMANTIC, vectors(index, meaning.orElseThrow(), words, deadline)),
                        List.of());
            case HYBRID -> fused(index, asked, meaning, words, deadline);
        };
        return new SimilarityResult(
                best(index, found.chunks().stream().filter(asked::wants).toList(), limit),
                found.files().stream().limit(limit).toList(),
                words.knownTermShare(),
                index.embeddedShare(),
                freshness,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    /** Best first, all of them. */
    private record Found(List<Ranked> chunks, List<SimilarFile> files) {}

    /** Looks further while copies leave too little. */
    private static List<SimilarChunk> best(WorkspaceIndex index, List<Ranked> ranked, int limit) throws IOException {
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

    private List<ChunkHit> vectors(
            WorkspaceIndex index, SemanticLane.Begun meaning, LexicalAnswer words, Deadline deadline)
            throws IOException {
        return semantic.search(index, meaning, head(words), deadline)
                .orElseThrow(
                        () -> new ProblemException(Problem.SERVICE_UNAVAILABLE, "The question cannot be embedded now"));
    }

    private Found fused(
            WorkspaceIndex index,
            Asked asked,
            Optional<SemanticLane.Begun> meaning,
            LexicalAnswer words,
            Deadline deadline)
            throws IOException {
        var around = Fusion.Around.of(asked.text(), words.files());
        List<ChunkHit> head = fusion.promising(words.chunks(), candidates, around);
        List<ChunkHit> near = meaning.isEmpty()
                ? List.of()
                : semantic.search(index, meaning.get(), head, deadline).orElse(List.of());
        Set<ChunkId> unknown = Set.copyOf(
                index.vectors().missing(head.stream().map(ChunkHit::id).toList()));
        double worth = meaning.map(begun -> begun.embedder().weight()).orElse(1.0);
        double weight = worth * coverage(head.stream().limit(PROMISING).toList(), unknown);
        return new Found(
                fusion.fuse(words.chunks(), candidates, new Fusion.Meaning(near, unknown, weight), around),
                FileFusion.fuse(words.files(), near, coverage(head, unknown), around.aboutTests()));
    }

    /** Part of them that have a vector, 1 if there is none. */
    private static double coverage(List<ChunkHit> hits, Set<ChunkId> unknown) {
        return hits.stream()
                .mapToInt(hit -> unknown.contains(hit.id()) ? 0 : 1)
                .average()
                .orElse(1);
    }

    private List<ChunkHit> head(LexicalAnswer words) {
        return words.chunks().stream().limit(candidates).toList();
    }
}
