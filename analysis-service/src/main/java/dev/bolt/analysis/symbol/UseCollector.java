package dev.bolt.analysis.symbol;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the names that are called and read, once per line and definition, without local variables. They are shared:
 * many repeat.
 */
final class UseCollector {
    private final Set<Use> uses = new LinkedHashSet<>();

    List<Use> uses() {
        return new ArrayList<>(uses);
    }

    void collect(List<Statement> body) {
        collect(body, "", Set.of());
    }

    private void collect(List<Statement> block, String within, Set<String> locals) {
        for (Statement statement : block) {
            own(statement, within, locals);
            switch (statement) {
                case Statement.FunctionDef def -> {
                    var inner = new HashSet<>(locals);
                    inner.addAll(Bindings.locals(def));
                    collect(def.body(), Shared.text(Definitions.qualify(within, def.name())), inner);
                }
                case Statement.ClassDef def -> collect(def.body(), Definitions.qualify(within, def.name()), locals);
                default -> statement.blocks().forEach(inner -> collect(inner, within, locals));
            }
        }
    }

    private void own(Statement statement, String within, Set<String> locals) {
        List<Expression> targets = Bindings.targets(statement);
        statement.parts(part -> {
            if (!isTarget(targets, part)) {
                gather(part, within, locals);
            }
        });
        for (Expression target : targets) {
            Bindings.reads(target, read -> gather(read, within, locals));
        }
    }

    private static boolean isTarget(List<Expression> targets, Expression part) {
        for (Expression target : targets) {
            if (target == part) {
                return true;
            }
        }
        return false;
    }

    private void gather(Expression root, String within, Set<String> locals) {
        if (root instanceof Expression.Text || root instanceof Expression.Literal) {
            return;
        }
        var reader = new Reader(within, locals);
        Walk.expressions(root, reader);
        reader.found.forEach(use -> {
            if (!use.receiver().isEmpty() || !reader.hidden.contains(use.name())) {
                uses.add(use);
            }
        });
    }

    /**
     * What an expression reads, and what it binds for itself, which may come later. A call is visited right before its
     * function.
     */
    private final class Reader implements Consumer<Expression> {
        private final List<Use> found = new ArrayList<>();
        private final Set<String> hidden = new HashSet<>(0);
        private final String within;
        private final Set<String> locals;
        private @Nullable Expression called;

        Reader(String within, Set<String> locals) {
            this.within = within;
            this.locals = locals;
        }

        @Override
        public void accept(Expression expression) {
            boolean call = expression == called;
            called = null;
            if (expression instanceof Expression.Name name) {
                if (!locals.contains(name.id())) {
                    found.add(new Use(Shared.text(name.id()), "", name.line(), within, call));
                }
            } else if (expression instanceof Expression.Attribute attribute) {
                String receiver = Walk.dotted(attribute.value());
                String shared = receiver == null ? Use.COMPLEX : Shared.text(receiver);
                found.add(new Use(Shared.text(attribute.name()), shared, attribute.line(), within, call));
            } else if (expression instanceof Expression.Call outer) {
                called = outer.function();
            } else {
                Bindings.inside(expression, hidden);
            }
        }
    }
}
