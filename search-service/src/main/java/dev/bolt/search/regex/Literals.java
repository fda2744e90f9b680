package dev.bolt.search.regex;

/** The characters that patterns ask for by themselves, as ripgrep's smart case counts them. Used by one thread. */
final class Literals {
    private boolean any;
    private boolean upper;

    void add(int codePoint) {
        any = true;
        upper |= Character.isUpperCase(codePoint);
    }

    /** Whether there is one and none is upper case: smart case then ignores case. */
    boolean allLower() {
        return any && !upper;
    }
}
