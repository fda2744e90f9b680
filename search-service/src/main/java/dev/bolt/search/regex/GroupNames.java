package dev.bolt.search.regex;

import java.util.HashMap;
import java.util.Map;

/** The names of a pattern's groups, of which none may come twice. Used by one thread. */
final class GroupNames {
    private final Map<String, Span> spans = new HashMap<>();

    /** Reads one with the {@code >} behind it. */
    void read(Cursor in) {
        int start = in.at();
        for (; in.more() && in.peek() != '>'; in.next()) {
            if (!fits(in.peek(), in.at() == start)) {
                throw in.bad("invalid capture group character", in.here());
            }
        }
        Span span = in.since(start);
        if (in.next() == Cursor.NOTHING) {
            throw in.bad("unclosed capture group name", in.place());
        }
        if (span.start() == span.end()) {
            throw in.bad("empty capture group name", span);
        }
        Span before = spans.put(in.text(span.start(), span.end()), span);
        if (before != null) {
            throw in.bad("duplicate capture group name", before, span);
        }
    }

    private static boolean fits(int c, boolean first) {
        return c == '_' || Character.isAlphabetic(c) || (!first && (isNumber(c) || ".[]".indexOf(c) >= 0));
    }

    private static boolean isNumber(int c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }
}
