package dev.bolt.einstein.query;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.einstein.SimilarityAnswer;
import dev.bolt.api.einstein.SimilarityProblem;
import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.api.einstein.SimilarityResult;
import dev.bolt.einstein.ingest.WorkspaceIndex;
import dev.bolt.einstein.ingest.Workspaces;
import dev.bolt.einstein.vector.Neighbor;
import dev.bolt.einstein.vector.Products;
import dev.bolt.einstein.vector.VectorQuestion;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Questions that are answered together: those of a workspace are all begun, then looked up in the words one by one,
 * then compared with its vectors at once. What goes wrong with one is its answer, but for the deadline, which is that
 * of all. Not safe for threads.
 */
final class Together {
    private final List<SimilarityQuery> queries;
    private final Inquiry.Ways ways;
    private final Products products;
    private final @Nullable SimilarityAnswer[] answers;
    private final long began = System.nanoTime();
    private final Deadline deadline = Deadline.current();

    Together(List<SimilarityQuery> queries, Inquiry.Ways ways, Products products) {
        this.queries = queries;
        this.ways = ways;
        this.products = products;
        this.answers = new SimilarityAnswer[queries.size()];
    }

    /** A step of one question. */
    @FunctionalInterface
    private interface Step<T> {
        T take() throws IOException;
    }

    /**
     * One answer a question, in their order.
     *
     * @throws ProblemException DEADLINE_EXCEEDED
     */
    List<SimilarityAnswer> all(Workspaces workspaces) {
        Map<WorkspaceId, List<Integer>> places = new LinkedHashMap<>();
        for (int place = 0; place < queries.size(); place++) {
            SimilarityQuery query = queries.get(place);
            Optional<WorkspaceId> checked = step(place, () -> {
                Asked.check(query);
                return query.workspace();
            });
            int here = place;
            checked.ifPresent(workspace ->
                    places.computeIfAbsent(workspace, any -> new ArrayList<>()).add(here));
        }
        places.forEach((workspace, some) -> answer(workspaces, workspace, some));
        return List.of(answers);
    }

    /** A workspace that is not there, or dropped meanwhile, is a problem of all its questions. */
    private void answer(Workspaces workspaces, WorkspaceId workspace, List<Integer> places) {
        Optional<WorkspaceIndex> index = shared(places, () -> workspaces.get(workspace));
        index.ifPresent(known -> shared(
                places,
                () -> known.use(open -> {
                    answer(open, places);
                    return true;
                })));
    }

    private <T> Optional<T> shared(List<Integer> places, Step<T> step) {
        Optional<T> taken = step(places.getFirst(), step);
        if (taken.isEmpty()) {
            SimilarityAnswer problem = answers[places.getFirst()];
            places.forEach(place -> answers[place] = answers[place] == null ? problem : answers[place]);
        }
        return taken;
    }

    private void answer(WorkspaceIndex index, List<Integer> places) throws IOException {
        Map<Integer, Inquiry> begun = new LinkedHashMap<>();
        for (int place : places) {
            step(place, () -> Inquiry.begin(ways, index, queries.get(place)))
                    .ifPresent(inquiry -> begun.put(place, inquiry));
        }
        Map<Integer, Inquiry.Looked> looked = new LinkedHashMap<>();
        int left = begun.size();
        for (var one : begun.entrySet()) {
            Deadline share = Deadline.after(deadline.remaining().dividedBy(left-- + 1));
            step(one.getKey(), () -> one.getValue().look(share.earlier(deadline), deadline))
                    .ifPresent(known -> looked.put(one.getKey(), known));
        }
        Map<Integer, List<Neighbor>> near = near(index, looked);
        for (var one : looked.entrySet()) {
            Optional<SimilarityResult> result =
                    step(one.getKey(), () -> one.getValue().answer(near.get(one.getKey()), deadline, began));
            result.ifPresent(known -> answers[one.getKey()] = new SimilarityAnswer(known, null));
        }
    }

    private Map<Integer, List<Neighbor>> near(WorkspaceIndex index, Map<Integer, Inquiry.Looked> looked) {
        Map<Integer, VectorQuestion> asked = new LinkedHashMap<>();
        looked.forEach((place, known) -> known.question().ifPresent(question -> asked.put(place, question)));
        List<List<Neighbor>> found = index.vectors().searchAll(List.copyOf(asked.values()), products, deadline);
        Map<Integer, List<Neighbor>> near = new LinkedHashMap<>();
        var next = found.iterator();
        asked.keySet().forEach(place -> near.put(place, next.next()));
        return near;
    }

    /** Empty, and the problem is the answer, if it goes wrong. */
    private <T> Optional<T> step(int place, Step<T> step) {
        try {
            return Optional.of(step.take());
        } catch (ProblemException failure) {
            if (failure.problem() == Problem.DEADLINE_EXCEEDED) {
                throw failure;
            }
            answers[place] = refused(failure);
        } catch (IOException failure) {
            answers[place] = refused(new ProblemException(
                    Problem.INTERNAL,
                    "The index of %s cannot be read"
                            .formatted(queries.get(place).workspace())));
        }
        return Optional.empty();
    }

    private static SimilarityAnswer refused(ProblemException failure) {
        return new SimilarityAnswer(
                null, new SimilarityProblem(failure.problem().name(), failure.detail(), failure.field()));
    }
}
