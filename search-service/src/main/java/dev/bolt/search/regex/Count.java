package dev.bolt.search.regex;

import dev.bolt.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * How often something is repeated, written in braces.
 *
 * @param least times
 * @param most times, -1 for no bound
 * @param lazy whether rather fewer
 */
record Count(int least, int most, boolean lazy) {
    /** Larger ones are left to ripgrep; Rust's bound is on the size of the compiled pattern. */
    private static final int MOST = 1000;

    /** Rust's numbers have 32 bits. */
    private static final long MOST_NUMBER = 0xFFFF_FFFFL;

    private static final int MOST_DIGITS = 18;

    /** What stands where a number should; what is wrong with it matters only where it is needed. */
    private record Decimal(int number, @Nullable ProblemException wrong) {
        int value() {
            if (wrong != null) {
                throw wrong;
            }
            return number;
        }
    }

    /** Reads one from its opening brace. */
    static Count read(Cursor in) {
        int start = in.at();
        in.next();
        Decimal first = decimal(in);
        boolean comma = in.take(",");
        boolean open = comma && in.peek() == '}';
        if (!in.more()) {
            throw unclosed(in, start);
        }
        int least = first.value();
        int most = open ? -1 : comma ? decimal(in).value() : least;
        if (!in.take("}")) {
            throw unclosed(in, start);
        }
        boolean lazy = in.take("?");
        if (most >= 0 && least > most) {
            throw in.bad("invalid repetition count range, the start must be <= the end", in.since(start));
        }
        return new Count(least, most, lazy);
    }

    private static ProblemException unclosed(Cursor in, int start) {
        return in.bad("unclosed counted repetition", in.since(start));
    }

    private static Decimal decimal(Cursor in) {
        skipSpace(in);
        int start = in.at();
        while (in.peek() >= '0' && in.peek() <= '9') {
            in.next();
        }
        Span span = in.since(start);
        String digits = in.text(span.start(), span.end());
        skipSpace(in);
        if (digits.isEmpty()) {
            return new Decimal(0, in.bad("repetition quantifier expects a valid decimal", span));
        }
        String significant = digits.replaceFirst("^0+(?=.)", "");
        if (significant.length() > MOST_DIGITS || Long.parseLong(significant) > MOST_NUMBER) {
            return new Decimal(0, in.bad("decimal literal invalid", span));
        }
        long number = Long.parseLong(significant);
        if (number > MOST) {
            in.unsupported("a repetition of more than %,d times".formatted(MOST));
        }
        return new Decimal((int) Math.min(number, Integer.MAX_VALUE), null);
    }

    private static void skipSpace(Cursor in) {
        while (in.more() && NamedSets.isSpace(in.peek())) {
            in.next();
        }
    }
}
