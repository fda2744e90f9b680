package dev.bolt.search.regex;

/** A place in the text of a pattern, by characters. Used by one thread. */
final class Cursor {
    /** What stands after the last character. */
    static final int NOTHING = -1;

    private final String pattern;
    private int at;

    Cursor(String pattern) {
        this.pattern = pattern;
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

    int next() {
        int c = peek();
        if (c == NOTHING) {
            throw Refusal.bad(pattern, "it ends in the middle of something");
        }
        at += Character.charCount(c);
        return c;
    }

    boolean take(String expected) {
        boolean there = pattern.startsWith(expected, at);
        at += there ? expected.length() : 0;
        return there;
    }

    boolean looksAt(String expected) {
        return pattern.startsWith(expected, at);
    }

    /** What stands before the end, which is passed over, too. */
    String upTo(String end, String what) {
        int found = pattern.indexOf(end, at);
        if (found < 0) {
            throw Refusal.bad(pattern, what + " does not end");
        }
        String text = pattern.substring(at, found);
        at = found + end.length();
        return text;
    }

    /** So many characters. */
    String count(int length, String what) {
        if (at + length > pattern.length()) {
            throw Refusal.bad(pattern, what + " does not end");
        }
        at += length;
        return pattern.substring(at - length, at);
    }

    int mark() {
        return at;
    }

    void reset(int mark) {
        at = mark;
    }

    String pattern() {
        return pattern;
    }
}
