package dev.bolt.analysis.symbol;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Kinds;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Cyclomatic complexity (McCabe 1976) by the rules of radon 5 ({@code radon/visitors.py}): one, plus one for each
 * branch of {@code if}, conditional expression, loop and its {@code else}, handler, {@code else} of a {@code try},
 * assertion, operand of {@code and}/{@code or} after the first, comprehension clause and its conditions. Decorators,
 * defaults, definitions inside, and {@code match} count nothing.
 */
public final class Complexity {
    private static final int BRANCHES = Kinds.LOGIC | Kinds.CONDITIONAL | Kinds.COMPREHENSION;

    private static final int COUNTED = BRANCHES | Kinds.NEST | Kinds.ASSERT;

    private final Map<Statement.FunctionDef, Integer> functions = new IdentityHashMap<>();

    /** Looks at each function once, however often it is asked. For one thread and one module. */
    public Complexity() {}

    /** Of a function, without those defined in it. */
    public static int of(Statement.FunctionDef function) {
        return function.lines().mayContain(COUNTED) ? 1 + own(function.body()) : 1;
    }

    /** The same. */
    public int once(Statement.FunctionDef function) {
        Integer known = functions.get(function);
        if (known == null) {
            known = of(function);
            functions.put(function, known);
        }
        return known;
    }

    /** Of a class: the mean of its methods, cut to a whole number, plus one if it has several; of its body if none. */
    public int of(Statement.ClassDef type) {
        int methods = Definitions.functions(type.body()).size();
        int total = whole(type);
        return methods == 0 ? total : total / methods + (methods > 1 ? 1 : 0);
    }

    private int whole(Statement.ClassDef type) {
        int total = 1 + own(type.body());
        for (Statement.FunctionDef method : Definitions.functions(type.body())) {
            total += once(method);
        }
        return total;
    }

    /** Of a module: one, and the branches of everything in it but definitions inside functions and inner classes. */
    int ofModule(List<Statement> module) {
        int total = 1 + own(module);
        for (Statement.FunctionDef function : Definitions.functions(module)) {
            total += once(function) - 1;
        }
        for (Statement.ClassDef type : Definitions.classes(module)) {
            total += whole(type) - 1;
        }
        return total;
    }

    private static int own(List<Statement> block) {
        int count = 0;
        for (int i = 0, size = block.size(); i < size; i++) {
            Statement statement = block.get(i);
            if (Walk.isSimple(statement)) {
                count += branches(statement);
                continue;
            }
            count += switch (statement) {
                case Statement.FunctionDef _, Statement.ClassDef _ -> 0;
                case Statement.Assert _ -> 1;
                case Statement.If branching -> branching.branches().size() + inside(branching);
                case Statement.For loop -> 1 + present(loop.orElse()) + inside(loop);
                case Statement.While loop -> 1 + present(loop.orElse()) + inside(loop);
                case Statement.Try guarded -> guarded.handlers().size() + present(guarded.orElse()) + inside(guarded);
                default -> inside(statement);
            };
        }
        return count;
    }

    private static int inside(Statement statement) {
        int count = branches(statement);
        List<List<Statement>> blocks = Walk.blocks(statement);
        for (int i = 0, size = blocks.size(); i < size; i++) {
            count += own(blocks.get(i));
        }
        return count;
    }

    private static int branches(Statement statement) {
        if (!Walk.mayHave(statement, BRANCHES)) {
            return 0;
        }
        var branches = new Branches();
        Walk.expressions(statement, branches);
        return branches.count;
    }

    private static final class Branches implements Consumer<Expression> {
        private int count;

        @Override
        public void accept(Expression expression) {
            if (expression instanceof Expression.Logic logic) {
                count += logic.operands().size() - 1;
            } else if (expression instanceof Expression.Conditional) {
                count++;
            } else if (expression instanceof Expression.Comprehension comprehension) {
                for (Expression.Clause clause : comprehension.clauses()) {
                    count += 1 + clause.conditions().size();
                }
            }
        }
    }

    private static int present(List<Statement> block) {
        return block.isEmpty() ? 0 : 1;
    }
}
