package dev.bolt.search.regex;

/**
 * The inline flags that hold at one place of a pattern.
 *
 * @param ignoreCase {@code i}
 * @param lines {@code m}: {@code ^} and {@code $} are the ends of lines, as ripgrep has it
 * @param swapGreed {@code U}
 * @param unicode {@code u}
 */
record Flags(boolean ignoreCase, boolean lines, boolean swapGreed, boolean unicode) {

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
                case 'i' -> new Flags(on, flags.lines, flags.swapGreed, flags.unicode);
                case 'm' -> new Flags(flags.ignoreCase, on, flags.swapGreed, flags.unicode);
                case 'U' -> new Flags(flags.ignoreCase, flags.lines, on, flags.unicode);
                case 'u' -> new Flags(flags.ignoreCase, flags.lines, flags.swapGreed, on);
                case 's' -> flags; // a '.' never meets a line end here
                case 'x', 'R' -> throw Refusal.unsupported(in.pattern(), "the flag '%c'".formatted(c));
                default -> throw Refusal.bad(in.pattern(), "there is no flag '%c'".formatted(c));
            };
        }
        return flags;
    }
}
