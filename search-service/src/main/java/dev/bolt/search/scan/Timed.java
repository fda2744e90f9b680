package dev.bolt.search.scan;

import dev.bolt.platform.deadline.Deadline;

/** Text that stops a match when the deadline passes, since a backtracking match can take for ever. */
record Timed(CharSequence text, Deadline deadline, int[] reads) implements CharSequence {
    private static final int CHECK_EVERY = 4096;

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++reads[0] % CHECK_EVERY == 0) {
            deadline.check();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
