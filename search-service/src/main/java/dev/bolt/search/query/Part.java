package dev.bolt.search.query;

import dev.bolt.platform.problem.ProblemException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says of a request that holds several queries which of them a problem is about. */
final class Part {
    private static final String PATTERNS = "patterns";

    /** What lies with the query itself, not with the time or the load. */
    private static final Set<Integer> OF_THE_QUERY = Set.of(400, 404, 422);

    private Part() {}

    /** The result; a problem's field gets the name of the field before it that the query stands in. */
    static <T> T query(String field, Supplier<T> search) {
        try {
            return search.get();
        } catch (ProblemException e) {
            throw OF_THE_QUERY.contains(e.problem().status()) ? e.withField(inside(field, e.field())) : e;
        }
    }

    /** The same of the patterns in a field, which have the options of the query in another. */
    static <T> T patterns(String field, String query, Supplier<T> search) {
        try {
            return search.get();
        } catch (ProblemException e) {
            if (PATTERNS.equals(e.field())) {
                throw e.withField(field);
            }
            return query(query, () -> {
                throw e;
            });
        }
    }

    private static String inside(String field, @Nullable String inner) {
        return inner == null ? field : field + "." + inner;
    }
}
