package dev.bolt.analysis.symbol;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Kinds;
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
        gather(block, Statement.FunctionDef.class, functions);
        return functions;
    }

    /** The classes of a block, as {@link #functions} its functions. */
    static List<Statement.ClassDef> classes(List<Statement> block) {
        var classes = new ArrayList<Statement.ClassDef>();
        gather(block, Statement.ClassDef.class, classes);
        return classes;
    }

    private static <T extends Statement> void gather(List<Statement> block, Class<T> kind, List<T> into) {
        for (int i = 0, size = block.size(); i < size; i++) {
            Statement statement = block.get(i);
            if (kind.isInstance(statement)) {
                into.add(kind.cast(statement));
            } else if (!Walk.isSimple(statement)
                    && !(statement instanceof Statement.FunctionDef || statement instanceof Statement.ClassDef)
                    && statement.lines().mayContain(Kinds.DEFINITION)) {
                List<List<Statement>> inner = statement.blocks();
                for (int j = 0, blocks = inner.size(); j < blocks; j++) {
                    gather(inner.get(j), kind, into);
                }
            }
        }
    }

    /** The first line with text of the docstring; null if there is none. */
    public static @Nullable String docstring(List<Statement> body) {
        if (!body.isEmpty()
                && body.getFirst() instanceof Statement.Evaluate evaluate
                && evaluate.value() instanceof Expression.Text text
                && !text.bytes()) {
            return firstLine(text.value());
        }
        return null;
    }

    private static @Nullable String firstLine(String text) {
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r') {
                String line = text.substring(start, at).strip();
                if (!line.isEmpty()) {
                    return line;
                }
                start = at + 1;
            }
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
