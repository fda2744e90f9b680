package dev.bolt.analysis.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Visits trees in a bounded depth of the stack: the nesting of expressions is bounded only by the length of the source.
 */
public final class Walk {
    private static final int LONGEST = 64;

    private Walk() {}

    /** Every expression under and including this one, each parent before its children, siblings in source order. */
    public static void expressions(Expression root, Consumer<Expression> visitor) {
        new Descent(visitor).accept(root);
    }

    /** Every expression of the statement itself, without the statements inside it. */
    public static void expressions(Statement statement, Consumer<Expression> visitor) {
        var descent = new Descent(visitor);
        if (statement instanceof Statement.Evaluate evaluate) {
            descent.accept(evaluate.value());
        } else {
            statement.parts(descent);
        }
    }

    /**
     * As {@link Statement#blocks}, without a call by interface for the most frequent kinds: where any kind may come
     * next, such a call takes two to three times as long as the comparisons here (docs/benchmarks.md, "Code model").
     */
    public static List<List<Statement>> blocks(Statement statement) {
        return isSimple(statement) ? List.of() : statement.blocks();
    }

    /** Whether it is of the most frequent kinds that hold no other statements. */
    public static boolean isSimple(Statement statement) {
        return statement instanceof Statement.Assign
                || statement instanceof Statement.Evaluate
                || statement instanceof Statement.Return
                || statement instanceof Statement.ImportFrom
                || statement instanceof Statement.Raise
                || statement instanceof Statement.Import;
    }

    /** Whether an expression of one of these {@link Kinds} may be directly in the statement. */
    public static boolean mayHave(Statement statement, int kinds) {
        return lines(statement).mayHave(kinds);
    }

    /**
     * Whether something of one of these {@link Kinds} may be anywhere in the statement, or it may be of them itself.
     */
    public static boolean mayContain(Statement statement, int kinds) {
        return lines(statement).mayContain(kinds);
    }

    private static Lines lines(Statement statement) {
        return statement instanceof Statement.Assign assign
                ? assign.lines()
                : statement instanceof Statement.Evaluate evaluate ? evaluate.lines() : statement.lines();
    }

    /** Every expression of the statement itself if one of these {@link Kinds} may be among them; none otherwise. */
    public static void expressions(Statement statement, int kinds, Consumer<Expression> visitor) {
        if (mayHave(statement, kinds)) {
            expressions(statement, visitor);
        }
    }

    /** Every statement under these, each before those inside it. Recursion is bounded by the tokenizer's 100 levels. */
    public static void statements(List<Statement> block, Consumer<Statement> visitor) {
        for (int i = 0, size = block.size(); i < size; i++) {
            Statement statement = block.get(i);
            visitor.accept(statement);
            List<List<Statement>> inner = blocks(statement);
            for (int j = 0, blocks = inner.size(); j < blocks; j++) {
                statements(inner.get(j), visitor);
            }
        }
    }

    /**
     * {@code a.b.c} of a chain of attributes on a name; null for anything else, a chain of more than {@value #LONGEST}
     * among it: all parts of one long chain together would take the square of its length.
     */
    public static @Nullable String dotted(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return name.id();
        }
        if (expression instanceof Expression.Attribute last) {
            if (last.value() instanceof Expression.Name first) {
                return Dotted.of(first.id(), last.name());
            }
            if (last.value() instanceof Expression.Attribute middle
                    && middle.value() instanceof Expression.Name first) {
                return Dotted.of(Dotted.of(first.id(), middle.name()), last.name());
            }
            return chain(last);
        }
        return null;
    }

    private static @Nullable String chain(Expression.Attribute chain) {
        int letters = 0;
        Expression at = chain;
        for (int links = 0; at instanceof Expression.Attribute attribute; links++) {
            if (links == LONGEST) {
                return null;
            }
            letters += attribute.name().length() + 1;
            at = attribute.value();
        }
        return at instanceof Expression.Name first
                ? joined(chain, first.id(), letters + first.id().length())
                : null;
    }

    /** From the last name to the first: the chain is only known from its end. */
    private static String joined(Expression expression, String first, int length) {
        var letters = new char[length];
        int end = length;
        Expression at = expression;
        while (at instanceof Expression.Attribute attribute) {
            end -= attribute.name().length();
            attribute.name().getChars(0, attribute.name().length(), letters, end);
            letters[--end] = '.';
            at = attribute.value();
        }
        first.getChars(0, first.length(), letters, 0);
        return new String(letters);
    }

    /** Goes down by recursion while that is shallow, and without it below. */
    private static final class Descent implements Consumer<Expression> {
        private static final int SHALLOW = 128;

        private final Consumer<Expression> visitor;
        private int depth;

        Descent(Consumer<Expression> visitor) {
            this.visitor = visitor;
        }

        @Override
        public void accept(Expression expression) {
            visitor.accept(expression);
            if (expression instanceof Expression.Name
                    || expression instanceof Expression.Text
                    || expression instanceof Expression.Literal) {
                return;
            }
            if (depth == SHALLOW) {
                below(expression);
                return;
            }
            depth++;
            if (expression instanceof Expression.Attribute attribute) {
                accept(attribute.value());
            } else if (expression instanceof Expression.Call call) {
                accept(call.function());
                List<Expression.Argument> arguments = call.arguments();
                for (int i = 0, size = arguments.size(); i < size; i++) {
                    accept(arguments.get(i).value());
                }
            } else {
                expression.children(this);
            }
            depth--;
        }

        private void below(Expression root) {
            var pending = new ArrayList<Expression>();
            children(root, pending);
            while (!pending.isEmpty()) {
                Expression next = pending.removeLast();
                visitor.accept(next);
                children(next, pending);
            }
        }

        /** The first child last, so that it is next. */
        private static void children(Expression parent, List<Expression> pending) {
            int first = pending.size();
            parent.children(pending::add);
            Collections.reverse(pending.subList(first, pending.size()));
        }
    }
}
