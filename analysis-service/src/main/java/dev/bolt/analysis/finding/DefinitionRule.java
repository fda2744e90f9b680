package dev.bolt.analysis.finding;

import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Mentions;
import dev.bolt.analysis.syntax.Module;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Definitions that nobody can reach, that take no self, or that change what is not theirs. */
final class DefinitionRule implements Rule {
    @Override
    public void module(Module module, FileModel model, Report report) {
        redefined(module.body(), Scope.MODULE, report);
        FlowRule.dead(module.body(), Scope.MODULE, report);
        if (module.problems().isEmpty()) {
            unused(module, report);
        }
    }

    @Override
    public void statement(Statement statement, Scope scope, Report report) {
        switch (statement) {
            case Statement.FunctionDef def -> redefined(def.body(), Scope.of(def, scope), report);
            case Statement.ClassDef def -> {
                redefined(def.body(), new Scope(null, def.name(), null), report);
                def.body().forEach(member -> takesSelf(member, def, report));
            }
            case Statement.Declare declare
            when declare.keyword().equals("global") && scope.function() != null && assigned(declare, scope) ->
                report.add(
                        KnownRule.GLOBAL_STATE,
                        declare.lines().first(),
                        scope,
                        "%s rebinds %s of the module."
                                .formatted(scope.qualifiedName(), String.join(", ", declare.names())));
            default -> {}
        }
    }

    private static boolean assigned(Statement.Declare declare, Scope scope) {
        boolean[] found = {false};
        var function = scope.function();
        if (function != null) {
            Walk.statements(function.body(), statement -> {
                switch (statement) {
                    case Statement.Assign assign ->
                        assign.targets().forEach(target -> found[0] |= names(target, declare));
                    case Statement.Augment augment -> found[0] |= names(augment.target(), declare);
                    default -> {}
                }
            });
        }
        return found[0];
    }

    private static boolean names(Expression target, Statement.Declare declare) {
        return target instanceof Expression.Name name && declare.names().contains(name.id());
    }

    /** Only functions side by side without decorators: overloads, setters and alternatives under if are no mistake. */
    private static void redefined(List<Statement> block, Scope scope, Report report) {
        Map<String, Integer> lines = null;
        for (int i = 0, size = block.size(); i < size; i++) {
            if (block.get(i) instanceof Statement.FunctionDef def) {
                lines = lines == null ? new HashMap<>() : lines;
                Integer before = lines.put(def.name(), def.lines().first());
                if (before != null && def.decorators().isEmpty() && !def.name().equals("_")) {
                    report.add(
                            KnownRule.REDEFINED,
                            def.lines().first(),
                            Scope.of(def, scope),
                            "%s replaces the one of line %d.".formatted(def.name(), before));
                }
                if (!def.decorators().isEmpty()) {
                    lines.remove(def.name());
                }
            } else {
                lines = null;
            }
        }
    }

    private static void takesSelf(Statement member, Statement.ClassDef type, Report report) {
        if (member instanceof Statement.FunctionDef def
                && def.decorators().isEmpty()
                && def.parameters().isEmpty()
                && !Set.of("__new__", "__init_subclass__", "__class_getitem__").contains(def.name())
                && type.decorators().isEmpty()
                && type.arguments().stream().allMatch(base -> ordinary(base.value()))) {
            report.add(
                    KnownRule.WITHOUT_SELF,
                    def.lines().first(),
                    new Scope(null, type.name() + "." + def.name(), def),
                    "%s.%s takes no argument, not even self.".formatted(type.name(), def.name()));
        }
    }

    /** Interfaces of zope and protocols made by other means have methods without self. */
    private static boolean ordinary(Expression base) {
        String name = Walk.dotted(base);
        return name != null && !name.endsWith("Interface");
    }

    /** Private functions of the module that it never mentions; other files are asked later. */
    private static void unused(Module module, Report report) {
        Mentions mentioned = module.mentions();
        for (Statement statement : module.body()) {
            if (statement instanceof Statement.FunctionDef def
                    && def.decorators().isEmpty()
                    && def.name().startsWith("_")
                    && !def.name().startsWith("__")
                    && !def.name().equals("_")
                    && !mentioned.contains(def.name())) {
                report.add(
                        KnownRule.UNUSED,
                        def.lines().first(),
                        Scope.of(def, Scope.MODULE),
                        "'%s' is private to this module, which never mentions it.".formatted(def.name()));
            }
        }
    }
}
