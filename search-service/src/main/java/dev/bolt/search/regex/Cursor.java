package dev.bolt.search.regex;

import dev.bolt.platform.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in the text of a pattern, by characters, and what was found wrong with its meaning so far, which counts only
 * once all of it was read: ripgrep, too, reads before it asks what it means. Used by one thread.
 */
final class Cursor {
    /** What stands after the last character. */
    static final int NOTHING = -1;

    private final String pattern;
    private final String shown;
    private int at;
    private @Nullable ProblemException wrong;
    private @Nullable ProblemException unsupported;

    /** @param shown what a person knows the pattern as */
    Cursor(String pattern, String shown) {
        this.pattern = pattern;
        this.shown = shown;
    }

    boolean more() {
        return at < pattern.length();
    }

    int peek() {
        return more() ? pattern.codePointAt(at) : NOTHING;
    }

    /** The character after the next, if both are in the basic plane. */
    int peekSecond() {
        return at + 1 < pattern.length() ? pattern.charAt(at + 1) : NOTHING;
    }

    /** Passes over a character; {@link #NOTHING} at the end. */
    int next() {
        int c = peek();
        at += c == NOTHING ? 0 : Character.charCount(c);
        return c;
    }

    boolean take(String expected) {
        boolean there = looksAt(expected);
        at += there ? expected.length() : 0;
        return there;
    }

    boolean looksAt(String expected) {
        return pattern.startsWith(expected, at);
    }

    int at() {
        return at;
    }

    void reset(int mark) {
        at = mark;
    }

    String text(int start, int end) {
        return pattern.substring(start, end);
    }

    /** Where the text stands next; -1 if nowhere. */
    int find(String text) {
        return pattern.indexOf(text, at);
    }

    /** The next character. */
    Span here() {
        return new Span(at, at + (more() ? Character.charCount(peek()) : 0));
    }

    /** From there to here. */
    Span since(int start) {
        return new Span(start, at);
    }

    /** The place itself. */
    Span place() {
        return new Span(at, at);
    }

    /** No pattern, for this reason, in ripgrep's words. */
    ProblemException bad(String reason, Span... spans) {
        return Refusal.bad(pattern, reason, List.of(spans));
    }

    /** Notes that it can be read and means nothing, in ripgrep's words. */
    void meansNothing(String reason, Span span) {
        wrong = wrong == null ? bad(reason, span) : wrong;
    }

    /** Notes that it means something, which cannot be had here. */
    void unsupported(String what) {
        unsupported = unsupported == null ? unsupportedNow(what) : unsupported;
    }

    /** The same, where what follows cannot be read. */
    ProblemException unsupportedNow(String what) {
        return Refusal.unsupported(shown, what);
    }

    /** @throws ProblemException for what was noted */
    void settle() {
        if (wrong != null) {
            throw wrong;
        }
        if (unsupported != null) {
            throw unsupported;
        }
    }
}
