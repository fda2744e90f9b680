package dev.bolt.search.regex;

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

    /** Those that hold where a pattern begins. */
    static Flags atFirst(boolean ignoreCase, boolean acrossLines) {
        return new Flags(ignoreCase, true, false, true, false, acrossLines);
    }

    /** These with what stands up to {@code :} or {@code )}, which is not read. */
    Flags read(Cursor in) {
        Flags flags = this;
        boolean on = true;
        while (in.peek() != ':' && in.peek() != ')') {
            int c = in.next();
            if (c == '-' && on) {
                on = false;
                continue;
            }
            flags = switch (c) {
                case 'i' -> new Flags(on, flags.lines, flags.swapGreed, flags.unicode, flags.dotAll, acrossLines);
                case 'm' -> new Flags(flags.ignoreCase, on, flags.swapGreed, flags.unicode, flags.dotAll, acrossLines);
                case 'U' -> new Flags(flags.ignoreCase, flags.lines, on, flags.unicode, flags.dotAll, acrossLines);
                case 'u' -> new Flags(flags.ignoreCase, flags.lines, flags.swapGreed, on, flags.dotAll, acrossLines);
                case 's' -> new Flags(flags.ignoreCase, flags.lines, flags.swapGreed, flags.unicode, on, acrossLines);
                case 'x', 'R' -> throw Refusal.unsupported(in.pattern(), "the flag '%c'".formatted(c));
                default -> throw Refusal.bad(in.pattern(), "there is no flag '%c'".formatted(c));
            };
        }
        return flags;
    }
}
