package dev.bolt.analysis.symbol;

/**
 * A name that is called or read. Local variables and parameters are left out: they define nothing that others can use.
 *
 * @param name the last part
 * @param receiver what stands before the last dot, as written; empty for a bare name, {@value #COMPLEX} if it is no
 *     name
 * @param line 1-based
 * @param within qualified name of the definition around it; empty at module level
 * @param call whether it is called
 */
public record Use(String name, String receiver, int line, String within, boolean call) {
    /** A receiver that is an expression. */
    public static final String COMPLEX = "?";

    /** Written out: those that records have are slow before they are compiled to the last. */
    @Override
    public int hashCode() {
        return ((name.hashCode() * 31 + receiver.hashCode()) * 31 + within.hashCode()) * 31 + line;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Use use
                && line == use.line
                && call == use.call
                && name.equals(use.name)
                && receiver.equals(use.receiver)
                && within.equals(use.within);
    }
}
