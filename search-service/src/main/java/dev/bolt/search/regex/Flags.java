package dev.bolt.search.regex;

import java.util.HashMap;
import java.util.Map;

/**
 * The inline flags that hold at one place of a pattern.
 *
 * @param ignoreCase {@code i}
 * @param lines {@code m}: {@code ^} and {@code $} are the ends of lines, as ripgrep has it
 * @param swapGreed {@code U}
 * @param unicode {@code u}
 * @param dotAll {@code s}; without effect unless {@code acrossLines}
 * @param acrossLines whether a match may hold a line end: the search is of a whole text
 */
record Flags(
        boolean ignoreCase, boolean lines, boolean swapGreed, boolean unicode, boolean dotAll, boolean acrossLines) {
    private static final String KNOWN = "imsUuxR";

    /** Those that hold where a pattern begins. */
    static Flags atFirst(boolean ignoreCase, boolean acrossLines) {
        return new Flags(ignoreCase, true, false, true, false, acrossLines);
    }

    /** These with what stands up to {@code :} or {@code )}, which is not read. */
    Flags read(Cursor in) {
        Flags flags = this;
        Map<Integer, Span> seen = new HashMap<>();
        int last = Cursor.NOTHING;
        Span here = in.place();
        while (in.peek() != ':' && in.peek() != ')') {
            here = in.here();
            last = in.next();
            if (last != '-' && KNOWN.indexOf(last) < 0) {
                throw in.bad("unrecognized flag", here);
            }
            boolean on = !seen.containsKey((int) '-');
            Span before = seen.put(last, here);
            if (before != null) {
                throw in.bad(last == '-' ? "flag negation operator repeated" : "duplicate flag", before, here);
            }
            flags = last == '-' ? flags : flags.with(last, on, in);
            if (!in.more()) {
                throw in.bad("expected flag but got end of regex", in.place());
            }
        }
        if (last == '-') {
            throw in.bad("dangling flag negation operator", here);
        }
        return flags;
    }

    private Flags with(int flag, boolean on, Cursor in) {
        return switch (flag) {
            case 'i' -> new Flags(on, lines, swapGreed, unicode, dotAll, acrossLines);
            case 'm' -> new Flags(ignoreCase, on, swapGreed, unicode, dotAll, acrossLines);
            case 'U' -> new Flags(ignoreCase, lines, on, unicode, dotAll, acrossLines);
            case 'u' -> new Flags(ignoreCase, lines, swapGreed, on, dotAll, acrossLines);
            case 's' -> new Flags(ignoreCase, lines, swapGreed, unicode, on, acrossLines);
            case 'R' -> {
                in.unsupported("the flag 'R'");
                yield this;
            }
            default -> throw in.unsupportedNow("the flag 'x'");
        };
    }
}
