package dev.bolt.analysis.finding;

import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.syntax.Module;
import dev.bolt.analysis.syntax.SyntaxProblem;
import dev.bolt.api.analysis.Severity;

/** {@code syntax.error}: the file is not Python 3. */
final class SyntaxRule implements Rule {
    @Override
    public void module(Module module, FileModel model, Report report) {
        for (SyntaxProblem problem : module.problems()) {
            report.add(
                    "syntax.error",
                    Severity.ERROR,
                    problem.line(),
                    Scope.MODULE,
                    "Not Python 3: %s.".formatted(problem.message()),
                    "Correct the statement; the rest of the file was analyzed without it.");
        }
    }
}
