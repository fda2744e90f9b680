package dev.bolt.einstein.query;

import dev.bolt.api.code.SourceSpan;
import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.einstein.lexical.ChunkHit;
import dev.bolt.einstein.lexical.Filter;
import dev.bolt.einstein.lexical.LexicalIndex;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question as it is looked up.
 *
 * @param text what is meant
 * @param filter what may be answered
 * @param not lines that are not answered, for they are the question; null if there are none
 */
record Asked(String text, Filter filter, @Nullable SourceSpan not) {
    /** @throws ProblemException BAD_REQUEST unless exactly one of text and lines is given */
    static void check(SimilarityQuery query) {
        boolean said = query.text() != null && !query.text().isBlank();
        if (said == (query.like() != null)) {
            throw new ProblemException(
                            Problem.BAD_REQUEST, "Ask for a text or for lines of the workspace (like): for one of them")
                    .withField("text");
        }
    }

    /**
     * The question behind a query that was checked; lines stand for the chunks that they touch.
     *
     * @throws ProblemException PATH_NOT_FOUND if nothing is indexed at the lines; as {@link Filter#of}
     */
    static Asked of(SimilarityQuery query, LexicalIndex lexical) throws IOException {
        Filter filter = query.filter() == null ? Filter.NONE : Filter.of(query.filter());
        SourceSpan like = query.like();
        return like == null
                ? new Asked(Objects.requireNonNull(query.text()), filter, null)
                : new Asked(lines(like, lexical), filter, like);
    }

    private static String lines(SourceSpan like, LexicalIndex lexical) throws IOException {
        List<ChunkId> ids = lexical.chunksOf(like.path()).stream()
                .filter(hit -> like.overlaps(span(hit)))
                .map(ChunkHit::id)
                .toList();
        Map<ChunkId, String> inputs = lexical.inputsOf(ids);
        if (inputs.isEmpty()) {
            throw new ProblemException(Problem.PATH_NOT_FOUND, "Nothing is indexed at " + like).withField("like");
        }
        return ids.stream().map(inputs::get).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }

    /** Whether this may be answered, as far as the filter did not say it. */
    boolean wants(Ranked ranked) {
        return not == null || !not.overlaps(ranked.span());
    }

    private static SourceSpan span(ChunkHit hit) {
        return new SourceSpan(hit.path(), hit.startLine(), hit.endLine());
    }
}
