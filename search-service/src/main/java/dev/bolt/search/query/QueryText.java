package dev.bolt.search.query;

import dev.bolt.api.search.SearchOrder;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What no engine can be asked: text that is none, an order that cannot be. */
final class QueryText {
    private QueryText() {}

    /** @throws ProblemException BAD_PATTERN or BAD_REQUEST for a NUL or half a character, or for pages by rank */
    static void check(TextQuery query) {
        if (query.order() == SearchOrder.RANK && query.after() != null) {
            throw new ProblemException(
                            Problem.BAD_REQUEST,
                            "Pages come by path: leave 'after' out and give a 'limit' to order by rank")
                    .withField("order");
        }
        check(query.patterns(), Problem.BAD_PATTERN, "patterns");
        check(query.globs(), Problem.BAD_REQUEST, "globs");
        check(query.types(), Problem.BAD_REQUEST, "types");
        check(query.typesNot(), Problem.BAD_REQUEST, "typesNot");
        if (query.ripgrep() != null && query.ripgrep().encoding() != null) {
            check(List.of(query.ripgrep().encoding()), Problem.BAD_REQUEST, "ripgrep.encoding");
        }
    }

    private static void check(@Nullable List<String> texts, Problem problem, String field) {
        for (String text : texts == null ? List.<String>of() : texts) {
            if (text.indexOf('\0') >= 0) {
                throw new ProblemException(problem, "A NUL cannot be given as it is; in a pattern write \\x00")
                        .withField(field);
            }
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
                throw new ProblemException(problem, "There is half a character in it, a lone surrogate")
                        .withField(field);
            }
        }
    }
}
