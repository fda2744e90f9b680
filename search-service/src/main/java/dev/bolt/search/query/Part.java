package dev.bolt.search.query;

import dev.bolt.platform.problem.ProblemException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says of a request that holds several queries which of them a problem is about. */
final class Part {
    private static final String PATTERNS = "patterns";
    private static final int FIRST_OWN_FAULT = 500;

    private Part() {}

    /** The result; a problem's field gets the name of the field before it that the query stands in. */
    static <T> T query(String field, Supplier<T> search) {
        try {
            return search.get();
        } catch (ProblemException e) {
            throw e.problem().status() < FIRST_OWN_FAULT ? e.withField(inside(field, e.field())) : e;
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
