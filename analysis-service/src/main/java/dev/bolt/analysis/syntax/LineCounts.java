package dev.bolt.analysis.syntax;

/**
 * The lines of a source, counted as radon 5 does ({@code radon/raw.py}); of a source with a syntax error they mean
 * nothing.
 *
 * @param logical statements, a block's head and what follows it on the same line being two; as in radon, a line whose
 *     last colon has something after it counts two wherever the colon stands
 * @param source lines with code, blank ones inside a statement left out
 * @param comments comments, also those after code
 * @param strings lines with text of strings that are statements and longer than a line
 */
public record LineCounts(int logical, int source, int comments, int strings) {}
