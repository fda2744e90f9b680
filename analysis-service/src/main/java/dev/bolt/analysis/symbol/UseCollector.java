package dev.bolt.analysis.symbol;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gathers the names that are called and read, once per line and definition, without local variables. */
final class UseCollector {
    private static final int SHALLOW = 128;

    private final UseSet uses = new UseSet();
    private final Iterator<String> definitions;

    /** @param definitions qualified names of all functions and classes, in the order of the source */
    UseCollector(List<String> definitions) {
        this.definitions = definitions.iterator();
    }

    List<Use> uses() {
        return uses.all();
    }

    void collect(List<Statement> body) {
        collect(body, new Reader("", Set.of()));
    }

    private void collect(List<Statement> block, Reader reader) {
        for (int i = 0, size = block.size(); i < size; i++) {
            Statement statement = block.get(i);
            own(statement, reader);
            if (Walk.isSimple(statement)) {
                continue;
            }
            switch (statement) {
                case Statement.FunctionDef def -> {
                    Set<String> locals = Bindings.locals(def);
                    locals.addAll(reader.locals);
                    collect(def.body(), new Reader(definitions.next(), locals));
                }
                case Statement.ClassDef def -> collect(def.body(), new Reader(definitions.next(), reader.locals));
                default -> {
                    List<List<Statement>> inner = Walk.blocks(statement);
                    for (int j = 0, blocks = inner.size(); j < blocks; j++) {
                        collect(inner.get(j), reader);
                    }
                }
            }
        }
    }

    private void own(Statement statement, Reader reader) {
        boolean binds = Walk.mayHave(statement, Bindings.BINDERS);
        if (statement instanceof Statement.Evaluate evaluate) {
            read(evaluate.value(), reader, binds);
            return;
        }
        if (statement instanceof Statement.Assign assign) {
            read(assign.value(), reader, binds);
            List<Expression> targets = assign.targets();
            for (int i = 0, size = targets.size(); i < size; i++) {
                if (!(targets.get(i) instanceof Expression.Name)) {
                    Bindings.reads(targets.get(i), part -> read(part, reader, binds));
                }
            }
            return;
        }
        if (statement instanceof Statement.Return returned) {
            if (returned.value() != null) {
                read(returned.value(), reader, binds);
            }
            return;
        }
        if (statement instanceof Statement.ImportFrom || statement instanceof Statement.Import) {
            return;
        }
        Consumer<Expression> gather = part -> read(part, reader, binds);
        List<Expression> targets = Bindings.targets(statement);
        if (targets.isEmpty()) {
            statement.parts(gather);
            return;
        }
        statement.parts(part -> {
            if (!isTarget(targets, part)) {
                gather.accept(part);
            }
        });
        for (Expression target : targets) {
            Bindings.reads(target, gather);
        }
    }

    private void read(Expression part, Reader reader, boolean binds) {
        if (binds) {
            bound(part, reader);
        } else {
            reader.read(part);
        }
    }

    private static boolean isTarget(List<Expression> targets, Expression part) {
        for (int i = 0, size = targets.size(); i < size; i++) {
            if (targets.get(i) == part) {
                return true;
            }
        }
        return false;
    }

    /** An expression may bind names for itself, after it has read them. */
    private static void bound(Expression root, Reader reader) {
        var hidden = new HashSet<String>(0);
        Walk.expressions(root, expression -> Bindings.inside(expression, hidden));
        reader.hidden = hidden;
        reader.read(root);
        reader.hidden = Set.of();
    }

    /**
     * What the expressions of one definition read. Goes down by itself: most expressions are names, attributes and
     * calls, and the calls by interface of a walk take longer than what is done here. Below a depth it leaves that to a
     * walk, by which a call is visited right before its function.
     */
    private final class Reader implements Consumer<Expression> {
        private final String within;
        private final Set<String> locals;
        private Set<String> hidden = Set.of();
        private @Nullable Expression called;
        private int depth;

        Reader(String within, Set<String> locals) {
            this.within = within;
            this.locals = locals;
        }

        void read(Expression root) {
            read(root, false);
        }

        @Override
        public void accept(Expression expression) {
            read(expression, false);
        }

        private void read(Expression expression, boolean call) {
            if (expression instanceof Expression.Name name) {
                name(name, call);
                return;
            }
            if (expression instanceof Expression.Text || expression instanceof Expression.Literal) {
                return;
            }
            if (depth == SHALLOW) {
                called = call ? expression : null;
                Walk.expressions(expression, this::visit);
                return;
            }
            depth++;
            if (expression instanceof Expression.Attribute attribute) {
                attribute(attribute, call);
                read(attribute.value(), false);
            } else if (expression instanceof Expression.Call outer) {
                read(outer.function(), true);
                List<Expression.Argument> arguments = outer.arguments();
                for (int i = 0, size = arguments.size(); i < size; i++) {
                    read(arguments.get(i).value(), false);
                }
            } else {
                expression.children(this);
            }
            depth--;
        }

        private void visit(Expression expression) {
            boolean call = expression == called;
            called = null;
            if (expression instanceof Expression.Name name) {
                name(name, call);
            } else if (expression instanceof Expression.Attribute attribute) {
                attribute(attribute, call);
            } else if (expression instanceof Expression.Call outer) {
                called = outer.function();
            }
        }

        private void name(Expression.Name name, boolean call) {
            if (!locals.contains(name.id()) && (hidden.isEmpty() || !hidden.contains(name.id()))) {
                uses.add(name.id(), "", name.line(), within, call);
            }
        }

        private void attribute(Expression.Attribute attribute, boolean call) {
            String receiver = Walk.dotted(attribute.value());
            uses.add(attribute.name(), receiver == null ? Use.COMPLEX : receiver, attribute.line(), within, call);
        }
    }
}
