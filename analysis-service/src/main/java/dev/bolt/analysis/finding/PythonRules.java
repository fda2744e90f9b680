package dev.bolt.analysis.finding;

import dev.bolt.analysis.symbol.Complexity;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Kinds;
import dev.bolt.analysis.syntax.Module;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import dev.bolt.api.analysis.Finding;
import java.util.List;
import java.util.function.Consumer;

/** Runs all rules over a file in one walk. Stateless, safe for many threads. */
public final class PythonRules {
    private static final int EXPRESSIONS = Kinds.COMPARISON | Kinds.DICTIONARY;

    private final FindingProperties limits;
    private final List<Rule> ofModules;
    private final List<Rule> ofStatements;
    private final Rule open = new OpenRule();
    private final Rule security = new SecurityRule();
    private final List<Rule> ofCalls;
    private final Rule ofComparisons = new ComparisonRule();
    private final Rule ofValues = new ValueRule();

    /** All rules, with these limits. */
    public PythonRules(FindingProperties limits) {
        this.limits = limits;
        var async = new AsyncRule();
        var definitions = new DefinitionRule();
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
                definitions);
        ofCalls = List.of(ofValues, new TimeoutRule(), security, async);
    }

    /** The findings of one file, by line. */
    public List<Finding> check(Module module, FileModel model) {
        return check(module, model, new Complexity());
    }

    /** @param complexity that may have looked at functions of the module already */
    public List<Finding> check(Module module, FileModel model, Complexity complexity) {
        var report = new Report(module, model, complexity, limits);
        ofModules.forEach(rule -> rule.module(module, model, report));
        block(module.body(), Scope.MODULE, report);
        return report.findings();
    }

    private void block(List<Statement> block, Scope scope, Report report) {
        Consumer<Expression> expressions = expression -> expression(expression, scope, report);
        for (int i = 0, size = block.size(); i < size; i++) {
            Statement statement = block.get(i);
            if (statement instanceof Statement.Assign) {
                security.statement(statement, scope, report);
                open.statement(statement, scope, report);
            }
            Walk.expressions(statement, EXPRESSIONS | report.names(), expressions);
            if (Walk.isSimple(statement)) {
                continue;
            }
            for (int j = 0, all = ofStatements.size(); j < all; j++) {
                ofStatements.get(j).statement(statement, scope, report);
            }
            Scope inner = inside(statement, scope);
            List<List<Statement>> bodies = statement.blocks();
            for (int j = 0, blocks = bodies.size(); j < blocks; j++) {
                block(bodies.get(j), inner, report);
            }
        }
    }

    /** Most expressions are names, which no rule looks at. */
    private void expression(Expression expression, Scope scope, Report report) {
        if (expression instanceof Expression.Name) {
            return;
        }
        if (expression instanceof Expression.Attribute) {
            open.expression(expression, scope, report);
        } else if (expression instanceof Expression.Call) {
            for (Rule rule : ofCalls) {
                rule.expression(expression, scope, report);
            }
        } else if (expression instanceof Expression.Comparison) {
            ofComparisons.expression(expression, scope, report);
        } else if (expression instanceof Expression.Subscript || expression instanceof Expression.Dictionary) {
            ofValues.expression(expression, scope, report);
        }
    }

    private static Scope inside(Statement statement, Scope scope) {
        return switch (statement) {
            case Statement.FunctionDef def -> Scope.of(def, scope);
            case Statement.ClassDef def -> new Scope(scope, def.name(), scope.function());
            default -> scope;
        };
    }
}
