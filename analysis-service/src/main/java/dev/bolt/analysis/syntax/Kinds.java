package dev.bolt.analysis.syntax;

/**
 * Kinds of expressions as bits, so that a statement can tell which kinds are among the expressions directly in it, and
 * who looks for one need not visit those that have none.
 */
public final class Kinds {
    /** {@link Expression.Operation} and {@link Expression.Unary}. */
    public static final int OPERATION = 1;

    /** {@link Expression.Comparison}. */
    public static final int COMPARISON = 1 << 1;

    /** {@link Expression.Logic}. */
    public static final int LOGIC = 1 << 2;

    /** {@link Expression.Conditional}. */
    public static final int CONDITIONAL = 1 << 3;

    /** {@link Expression.Comprehension}. */
    public static final int COMPREHENSION = 1 << 4;

    /** {@link Expression.Lambda}, {@link Expression.Named} and {@link Expression.Capture}. */
    public static final int BINDER = 1 << 5;

    /** {@link Expression.Call}. */
    public static final int CALL = 1 << 6;

    /** {@link Expression.Attribute}. */
    public static final int ATTRIBUTE = 1 << 7;

    /** {@link Expression.Subscript} and {@link Expression.Dictionary}. */
    public static final int VALUE = 1 << 8;

    /** {@link Expression.Yield}. */
    public static final int YIELD = 1 << 9;

    /** Any of them; patterns of {@code match} may have all. */
    public static final int ANY = ~0;

    private Kinds() {}
}
