package dev.bolt.analysis.syntax;

/**
 * A place where the source is not Python.
 *
 * @param line 1-based
 * @param message what was found or missing, as a clause without a full stop
 */
public record SyntaxProblem(int line, String message) {}
