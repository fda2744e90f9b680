package dev.bolt.analysis.syntax;

import java.util.BitSet;
import java.util.List;

/**
 * The tree of one source.
 *
 * @param body its statements, unmodifiable
 * @param problems where it is not Python, by line
 * @param lines how many lines it has; 0 if empty
 * @param silenced lines that carry a {@code # noqa} comment
 */
public record Module(List<Statement> body, List<SyntaxProblem> problems, int lines, BitSet silenced) {}
