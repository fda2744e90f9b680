package dev.bolt.analysis.symbol;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions about definitions that several rooms ask. */
public final class Definitions {
    private Definitions() {}

    /**
     * The functions of a block, those under {@code if}, {@code try} and the like too, but not those inside a
     * definition.
     */
    public static List<Statement.FunctionDef> functions(List<Statement> block) {
        var functions = new ArrayList<Statement.FunctionDef>();
        gather(block, functions);
        return functions;
    }

    private static void gather(List<Statement> block, List<Statement.FunctionDef> into) {
        for (Statement statement : block) {
            if (statement instanceof Statement.FunctionDef function) {
                into.add(function);
            } else if (!(statement instanceof Statement.ClassDef)) {
                Walk.blocks(statement).forEach(inner -> gather(inner, into));
            }
        }
    }

    /** The first line with text of the docstring; null if there is none. */
    public static @Nullable String docstring(List<Statement> body) {
        if (!body.isEmpty()
                && body.getFirst() instanceof Statement.Evaluate evaluate
                && evaluate.value() instanceof Expression.Text text
                && !text.bytes()) {
            return text.value()
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .findFirst()
                    .orElse(null);
        }
        return null;
    }

    /** Whether the test is {@code TYPE_CHECKING} or {@code typing.TYPE_CHECKING}. */
    public static boolean isTypeChecking(Expression test) {
        String name = Walk.dotted(test);
        return name != null && (name.equals("TYPE_CHECKING") || name.endsWith(".TYPE_CHECKING"));
    }

    /** {@code outer.inner}; {@code inner} at module level. */
    public static String qualify(String outer, String inner) {
        return outer.isEmpty() ? inner : outer + "." + inner;
    }
}
