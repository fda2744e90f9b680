package dev.bolt.analysis.finding;

import dev.bolt.analysis.symbol.Definitions;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Module;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import dev.bolt.api.analysis.Finding;
import java.util.List;

/** Runs all rules over a file in one walk. Stateless, safe for many threads. */
public final class PythonRules {
    private final FindingProperties limits;
    private final List<Rule> ofModules;
    private final List<Rule> ofStatements;
    private final List<Rule> ofExpressions;

    /** All rules, with these limits. */
    public PythonRules(FindingProperties limits) {
        this.limits = limits;
        var async = new AsyncRule();
        var definitions = new DefinitionRule();
        var open = new OpenRule();
        var security = new SecurityRule();
        ofModules = List.of(
                new SyntaxRule(),
                new MaintainabilityRule(limits.maintainability()),
                new UnusedImportRule(),
                new StarImportRule(),
                definitions,
                async);
        ofStatements = List.of(
                new ComplexityRule(limits.complexityThreshold()),
                new NestingRule(limits),
                new SizeRule(limits),
                new MutableDefaultRule(),
                new ExceptRule(),
                new FlowRule(),
                new LoopRule(),
                definitions,
                security,
                open);
        ofExpressions = List.of(new ComparisonRule(), new ValueRule(), new TimeoutRule(), security, open, async);
    }

    /** The findings of one file, by line. */
    public List<Finding> check(Module module, FileModel model) {
        var report = new Report(module, model, limits);
        ofModules.forEach(rule -> rule.module(module, model, report));
        block(module.body(), Scope.MODULE, report);
        return report.findings();
    }

    private void block(List<Statement> block, Scope scope, Report report) {
        for (Statement statement : block) {
            for (Rule rule : ofStatements) {
                rule.statement(statement, scope, report);
            }
            Walk.expressions(statement, expression -> expression(expression, scope, report));
            Scope inner = inside(statement, scope);
            Walk.blocks(statement).forEach(body -> block(body, inner, report));
        }
    }

    /** Most expressions are names, which no rule looks at. */
    private void expression(Expression expression, Scope scope, Report report) {
        if (!(expression instanceof Expression.Name)) {
            for (Rule rule : ofExpressions) {
                rule.expression(expression, scope, report);
            }
        }
    }

    private static Scope inside(Statement statement, Scope scope) {
        return switch (statement) {
            case Statement.FunctionDef def -> new Scope(Definitions.qualify(scope.qualifiedName(), def.name()), def);
            case Statement.ClassDef def ->
                new Scope(Definitions.qualify(scope.qualifiedName(), def.name()), scope.function());
            default -> scope;
        };
    }
}
