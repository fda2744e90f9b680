package dev.bolt.analysis.symbol;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Gathers the names that are called and read, once per line and definition, without local variables. They are interned:
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
                    collect(def.body(), Definitions.qualify(within, def.name()).intern(), inner);
                }
                case Statement.ClassDef def -> collect(def.body(), Definitions.qualify(within, def.name()), locals);
                default -> Walk.blocks(statement).forEach(inner -> collect(inner, within, locals));
            }
        }
    }

    private void own(Statement statement, String within, Set<String> locals) {
        List<Expression> parts = Walk.parts(statement);
        for (Expression target : Bindings.targets(statement)) {
            parts.removeIf(part -> part == target);
            Bindings.reads(target, parts::add);
        }
        for (Expression part : parts) {
            var hidden = new HashSet<String>();
            Walk.expressions(part, expression -> Bindings.inside(expression, hidden));
            hidden.addAll(locals);
            gather(part, within, hidden);
        }
    }

    private void gather(Expression root, String within, Set<String> hidden) {
        Set<Expression> called = Collections.newSetFromMap(new IdentityHashMap<>());
        Walk.expressions(root, expression -> {
            switch (expression) {
                case Expression.Call call -> called.add(call.function());
                case Expression.Name name -> {
                    if (!hidden.contains(name.id())) {
                        boolean call = called.contains(name);
                        uses.add(new Use(name.id().intern(), "", name.line(), within, call));
                    }
                }
                case Expression.Attribute attribute -> {
                    String receiver = Walk.dotted(attribute.value());
                    boolean call = called.contains(attribute);
                    uses.add(new Use(
                            attribute.name().intern(),
                            receiver == null ? Use.COMPLEX : receiver.intern(),
                            attribute.line(),
                            within,
                            call));
                }
                default -> {}
            }
        });
    }
}
