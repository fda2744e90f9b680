package dev.bolt.analysis.finding;

import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.syntax.Module;
import dev.bolt.analysis.syntax.SyntaxProblem;

/** {@code syntax.error}: the file is not Python 3. */
final class SyntaxRule implements Rule {
    @Override
    public void module(Module module, FileModel model, Report report) {
        for (SyntaxProblem problem : module.problems()) {
            report.add(
                    KnownRule.SYNTAX_ERROR,
                    problem.line(),
                    Scope.MODULE,
                    "Not Python 3: %s.".formatted(problem.message()));
        }
    }
}
