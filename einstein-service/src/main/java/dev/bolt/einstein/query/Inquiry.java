package dev.bolt.einstein.query;

import dev.bolt.api.einstein.SimilarChunk;
import dev.bolt.api.einstein.SimilarFile;
import dev.bolt.api.einstein.SimilarityMode;
import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.api.einstein.SimilarityResult;
import dev.bolt.api.index.Freshness;
import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.einstein.embed.Embedder;
import dev.bolt.einstein.ingest.Engines;
import dev.bolt.einstein.ingest.WorkspaceIndex;
import dev.bolt.einstein.lexical.ChunkHit;
import dev.bolt.einstein.lexical.LexicalAnswer;
import dev.bolt.einstein.vector.Neighbor;
import dev.bolt.einstein.vector.VectorQuestion;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One question on its way to its answer. It is begun, looked up in the words, and answered, so that of several that go
 * together all vectors can be made at once, and all compared at once. Not safe for threads.
 */
final class Inquiry {
    private static final int DEFAULT_LIMIT = 20;

    private final Ways ways;
    private final WorkspaceIndex index;
    private final Asked asked;
    private final SimilarityMode mode;
    private final int limit;
    private final Freshness freshness;
    private final Optional<SemanticLane.Begun> meaning;

    /**
     * How questions are answered.
     *
     * @param candidates hits of words and of vectors that are fused
     */
    record Ways(Engines engines, SemanticLane semantic, Fusion fusion, int candidates) {}

    private Inquiry(
            Ways ways,
            WorkspaceIndex index,
            SimilarityQuery query,
            Asked asked,
            Freshness freshness,
            Optional<SemanticLane.Begun> meaning) {
        this.ways = ways;
        this.index = index;
        this.asked = asked;
        this.mode = mode(query);
        this.limit = query.limit() == 0 ? DEFAULT_LIMIT : query.limit();
        this.freshness = freshness;
        this.meaning = meaning;
    }

    private static SimilarityMode mode(SimilarityQuery query) {
        return query.mode() == null ? SimilarityMode.HYBRID : query.mode();
    }

    /**
     * Begins to make its vector and returns.
     *
     * @param query that was checked
     * @throws ProblemException SERVICE_UNAVAILABLE in semantic mode without a model; as {@link Asked#of}
     */
    static Inquiry begin(Ways ways, WorkspaceIndex index, SimilarityQuery query) throws IOException {
        Freshness freshness = index.refreshed();
        Asked asked = Asked.of(query, index.lexical());
        Optional<? extends Embedder> embedder = ways.engines().embedder().now();
        SimilarityMode mode = mode(query);
        if (mode == SimilarityMode.SEMANTIC && embedder.isEmpty()) {
            throw new ProblemException(
                    Problem.SERVICE_UNAVAILABLE,
                    "The embedding model is not there: "
                            + ways.engines().embedder().word(any -> ""));
        }
        Optional<SemanticLane.Begun> meaning = mode == SimilarityMode.LEXICAL
                ? Optional.empty()
                : embedder.map(known -> ways.semantic().begin(known, asked));
        return new Inquiry(ways, index, query, asked, freshness, meaning);
    }

    /**
     * Looks the words up, and gives the best candidates the vectors they lack.
     *
     * @param share when no more candidates are given any, for other questions wait
     * @throws ProblemException SERVICE_UNAVAILABLE in semantic mode if it cannot be embedded
     */
    Looked look(Deadline share, Deadline deadline) throws IOException {
        LexicalAnswer words = mode == SimilarityMode.SEMANTIC
                ? index.lexical().searchChunks(asked.text(), asked.filter(), deadline)
                : index.lexical().search(asked.text(), asked.filter(), deadline);
        var around = Fusion.Around.of(asked.text(), words.files());
        List<ChunkHit> head = switch (mode) {
            case LEXICAL -> List.of();
            case SEMANTIC -> words.chunks().stream().limit(ways.candidates()).toList();
            case HYBRID -> ways.fusion().promising(words.chunks(), wanted(), around);
        };
        float[] vector = meaning.isEmpty()
                ? null
                : ways.semantic()
                        .vector(index, meaning.get(), head, share, deadline)
                        .orElse(null);
        if (vector == null && mode == SimilarityMode.SEMANTIC) {
            throw new ProblemException(Problem.SERVICE_UNAVAILABLE, "The question cannot be embedded now");
        }
        return new Looked(words, around, head, vector);
    }

    /** Who wants more answers than there are candidates has as many candidates; meaning alone needs none. */
    private int wanted() {
        return mode == SimilarityMode.SEMANTIC ? limit : Math.max(ways.candidates(), limit);
    }

    /** A question whose words were looked up; what it still lacks is what is near. */
    final class Looked {
        private final LexicalAnswer words;
        private final Fusion.Around around;
        private final List<ChunkHit> head;
        private final float @Nullable [] vector;

        private Looked(LexicalAnswer words, Fusion.Around around, List<ChunkHit> head, float @Nullable [] vector) {
            this.words = words;
            this.around = around;
            this.head = head;
            this.vector = vector;
        }

        /** What to look for among the vectors; empty if nothing. */
        Optional<VectorQuestion> question() {
            return vector == null ? Optional.empty() : Optional.of(new VectorQuestion(vector, wanted()));
        }

        /**
         * The answer.
         *
         * @param known the neighbours of {@link #question}, if they were looked up already
         * @param began of the clock of nanoseconds, when it was asked
         */
        SimilarityResult answer(@Nullable List<Neighbor> known, Deadline deadline, long began) throws IOException {
            List<SimilarChunk> chunks = switch (mode) {
                case LEXICAL -> best(Fusion.alone(Ranked.LEXICAL, words.chunks()));
                case SEMANTIC -> near(known, deadline);
                case HYBRID -> List.of();
            };
            List<SimilarFile> files =
                    mode == SimilarityMode.LEXICAL ? FileFusion.alone(words.files(), limit) : List.of();
            if (mode == SimilarityMode.HYBRID) {
                List<ChunkHit> near = vector == null
                        ? List.of()
                        : ways.semantic()
                                .nearest(index, meaning.orElseThrow(), vector, wanted(), known, deadline)
                                .hits();
                Set<ChunkId> unknown = Set.copyOf(
                        index.vectors().missing(head.stream().map(ChunkHit::id).toList()));
                chunks = chunks(near, unknown);
                files = FileFusion.fuse(words.files(), near, coverage(head, unknown), around.aboutTests(), limit);
            }
            return new SimilarityResult(
                    chunks,
                    files,
                    words.knownTermShare(),
                    index.embeddedShare(),
                    freshness,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        }

        private List<SimilarChunk> chunks(List<ChunkHit> near, Set<ChunkId> unknown) throws IOException {
            double worth = meaning.map(begun -> begun.embedder().weight()).orElse(1.0);
            boolean told = vector != null && coverage(head, unknown) > 0;
            var said = new Fusion.Meaning(near, unknown, told ? worth : 0);
            return best(ways.fusion().fuse(words.chunks(), wanted(), said, around));
        }

        /** Looks at no more vectors than the limit needs, and further while copies leave too little. */
        private List<SimilarChunk> near(@Nullable List<Neighbor> known, Deadline deadline) throws IOException {
            SemanticLane.Begun begun = meaning.orElseThrow();
            List<Neighbor> first = known;
            for (int wanted = limit; ; wanted *= 2) {
                SemanticLane.Near near = ways.semantic().nearest(index, begun, vector(), wanted, first, deadline);
                List<SimilarChunk> best = best(Fusion.alone(Ranked.SEMANTIC, near.hits()));
                if (best.size() == limit || near.all()) {
                    return best;
                }
                first = null;
            }
        }

        private float[] vector() {
            return question().orElseThrow().vector();
        }
    }

    /** Looks further while copies leave too little. */
    private List<SimilarChunk> best(List<Ranked> found) throws IOException {
        List<Ranked> ranked = found.stream().filter(asked::wants).toList();
        for (int width = 2 * limit; ; width *= 2) {
            List<Ranked> some = ranked.stream().limit(width).toList();
            var ids = some.stream().map(one -> one.hit().id()).distinct().toList();
            List<SimilarChunk> best = Duplicates.collapse(some, index.lexical().inputsOf(ids), limit);
            if (best.size() == limit || width >= ranked.size()) {
                return best;
            }
        }
    }

    /** Part of them that have a vector, 1 if there is none. */
    private static double coverage(List<ChunkHit> hits, Set<ChunkId> unknown) {
        return hits.stream()
                .mapToInt(hit -> unknown.contains(hit.id()) ? 0 : 1)
                .average()
                .orElse(1);
    }
}
