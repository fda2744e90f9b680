package dev.bolt.analysis.syntax;

import java.util.List;

/**
 * The tree of one source.
 *
 * @param body its statements, unmodifiable
 * @param problems where it is not Python, by line
 * @param lines how many lines it has; 0 if empty
 * @param silences which lines ask which rules to keep silent
 * @param counts of its lines
 * @param mentions names that it mentions
 */
public record Module(
        List<Statement> body,
        List<SyntaxProblem> problems,
        int lines,
        Silences silences,
        LineCounts counts,
        Mentions mentions) {}
