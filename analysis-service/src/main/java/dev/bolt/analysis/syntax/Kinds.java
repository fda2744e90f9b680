package dev.bolt.analysis.syntax;

/**
 * Kinds of expressions and statements as bits, so that a statement can tell which kinds it is of and has directly or
 * anywhere in it, and who looks for one need not visit those that have none.
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

    /** {@link Expression.Subscript}. */
    public static final int SUBSCRIPT = 1 << 8;

    /** {@link Expression.Yield}. */
    public static final int YIELD = 1 << 9;

    /** {@link Expression.Dictionary}. */
    public static final int DICTIONARY = 1 << 10;

    /** A name of {@link Watched}, or one that an import binds to such a name. */
    public static final int WATCHED = 1 << 11;

    /** A statement that holds others and is no definition. */
    public static final int NEST = 1 << 12;

    /** {@link Statement.Assert}. */
    public static final int ASSERT = 1 << 13;

    /** {@link Statement.Import} and {@link Statement.ImportFrom}. */
    public static final int IMPORT = 1 << 14;

    /** {@link Statement.Augment}. */
    public static final int AUGMENT = 1 << 15;

    /** {@link Statement.Return} with a value. */
    public static final int RETURN_VALUE = 1 << 16;

    /** {@link Statement.Return} without a value. */
    public static final int RETURN_NOTHING = 1 << 17;

    /** A coroutine function. */
    public static final int ASYNC = 1 << 18;

    /** A function or class inside a statement. */
    public static final int DEFINITION = 1 << 19;

    /** Any of them; patterns of {@code match} may have all. */
    public static final int ANY = ~0;

    private Kinds() {}
}
