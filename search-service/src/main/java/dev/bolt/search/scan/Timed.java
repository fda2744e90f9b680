package dev.bolt.search.scan;

/** Text that stops a match when the deadline passes, since a backtracking match can take for ever. */
record Timed(CharSequence text, Timer timer) implements CharSequence {
    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        timer.tick();
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
