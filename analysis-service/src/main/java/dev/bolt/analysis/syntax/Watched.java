package dev.bolt.analysis.syntax;

import java.util.HashSet;
import java.util.Set;

/**
 * Words that matter to rules about calls. The parser marks statements that have one by {@link Kinds#WATCHED}, so that
 * rules need not look at the calls of any other.
 */
public final class Watched {
    /** The first words of the full names of functions and modules that rules know. */
    public static final Set<String> ROOTS = Set.of(
            "datetime",
            "dill",
            "eval",
            "exec",
            "marshal",
            "open",
            "os",
            "pickle",
            "re",
            "requests",
            "shelve",
            "socket",
            "sorted",
            "subprocess",
            "tempfile",
            "time",
            "urllib",
            "yaml");

    /** Methods of loggers. */
    public static final Set<String> LEVELS =
            Set.of("debug", "info", "warning", "warn", "error", "exception", "critical");

    /** The argument by which certificates are no longer verified. */
    public static final String VERIFY = "verify";

    private static final Set<String> WORDS = new HashSet<>();
    private static final int SLOTS = 1024;
    private static final boolean[] MAY_BE = new boolean[SLOTS];

    static {
        WORDS.addAll(ROOTS);
        WORDS.addAll(LEVELS);
        WORDS.add(VERIFY);
        WORDS.forEach(word -> MAY_BE[slot(word.hashCode())] = true);
    }

    private Watched() {}

    /** Whether this is one of the words. */
    static boolean is(String word) {
        return MAY_BE[slot(word.hashCode())] && WORDS.contains(word);
    }

    private static int slot(int hash) {
        return (hash ^ hash >>> 15) & SLOTS - 1;
    }
}
