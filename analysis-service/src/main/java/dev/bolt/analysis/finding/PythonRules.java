package dev.bolt.analysis.finding;

import dev.bolt.analysis.symbol.Definitions;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.syntax.Module;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import dev.bolt.api.analysis.Finding;
import java.util.List;

/** Runs all rules over a file in one walk. Stateless, safe for many threads. */
public final class PythonRules {
    private final FindingProperties limits;
    private final List<Rule> rules;

    /** All rules, with these limits. */
    public PythonRules(FindingProperties limits) {
        this.limits = limits;
        rules = List.of(
                new SyntaxRule(),
                new ComplexityRule(limits.complexityThreshold()),
                new NestingRule(limits),
                new SizeRule(limits),
                new MutableDefaultRule(),
                new DefinitionRule(),
                new ExceptRule(),
                new FlowRule(),
                new LoopRule(),
                new UnusedImportRule(),
                new StarImportRule(),
                new ComparisonRule(),
                new ValueRule(),
                new SecurityRule(),
                new OpenRule(),
                new AsyncRule(),
                new TimeoutRule());
    }

    /** The findings of one file, by line. */
    public List<Finding> check(Module module, FileModel model) {
        var report = new Report(model, module.silences(), limits);
        rules.forEach(rule -> rule.module(module, model, report));
        block(module.body(), Scope.MODULE, report);
        return report.findings();
    }

    private void block(List<Statement> block, Scope scope, Report report) {
        for (Statement statement : block) {
            rules.forEach(rule -> rule.statement(statement, scope, report));
            Walk.expressions(
                    statement, expression -> rules.forEach(rule -> rule.expression(expression, scope, report)));
            Scope inner = inside(statement, scope);
            Walk.blocks(statement).forEach(body -> block(body, inner, report));
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
