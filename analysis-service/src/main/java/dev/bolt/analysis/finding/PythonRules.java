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
    private final List<Rule> ofFunctions;
    private final List<Rule> ofClasses;
    private final List<Rule> ofLoops;
    private final List<Rule> ofTries;
    private final List<Rule> ofBlocks;
    private final List<Rule> ofDeclarations;
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
        var flow = new FlowRule();
        var size = new SizeRule(limits);
        ofFunctions = List.of(
                new ComplexityRule(limits.complexityThreshold()),
                new NestingRule(limits),
                size,
                new MutableDefaultRule(),
                flow,
                definitions);
        ofClasses = List.of(size, flow, definitions);
        ofLoops = List.of(flow, new LoopRule());
        ofTries = List.of(new ExceptRule(), flow);
        ofBlocks = List.of(flow);
        ofDeclarations = List.of(definitions);
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
            List<Rule> rules = rules(statement);
            for (int j = 0, all = rules.size(); j < all; j++) {
                rules.get(j).statement(statement, scope, report);
            }
            Scope inner = inside(statement, scope);
            List<List<Statement>> bodies = statement.blocks();
            for (int j = 0, blocks = bodies.size(); j < blocks; j++) {
                block(bodies.get(j), inner, report);
            }
        }
    }

    /** Those that look at statements of its kind, which is none of the simple ones; the most frequent kinds first. */
    private List<Rule> rules(Statement statement) {
        if (statement instanceof Statement.FunctionDef) {
            return ofFunctions;
        }
        if (statement instanceof Statement.If) {
            return ofBlocks;
        }
        return switch (statement) {
            case Statement.FunctionDef _ -> ofFunctions;
            case Statement.ClassDef _ -> ofClasses;
            case Statement.For _, Statement.While _ -> ofLoops;
            case Statement.Try _ -> ofTries;
            case Statement.If _, Statement.With _, Statement.Match _, Statement.Assert _, Statement.Broken _ ->
                ofBlocks;
            case Statement.Declare _ -> ofDeclarations;
            case Statement.Assign _,
                    Statement.Evaluate _,
                    Statement.Return _,
                    Statement.Raise _,
                    Statement.Import _,
                    Statement.ImportFrom _,
                    Statement.Augment _,
                    Statement.Annotated _,
                    Statement.TypeAlias _,
                    Statement.Delete _,
                    Statement.Jump _ -> List.of();
        };
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
