package dev.bolt.analysis.finding;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Watched;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Values that are built twice, too early, or without what they need. */
final class ValueRule implements Rule {
    private static final Set<String> LOGGERS = Set.of("log", "logger", "logging", "_log", "_logger", "LOG", "LOGGER");

    @Override
    public void expression(Expression expression, Scope scope, Report report) {
        switch (expression) {
            case Expression.Dictionary dictionary -> duplicates(dictionary.items(), scope, report);
            case Expression.Subscript subscript -> sorted(subscript, scope, report);
            case Expression.Call call -> {
                eager(call, scope, report);
                naive(call, scope, report);
            }
            default -> {}
        }
    }

    private static void duplicates(List<Expression> items, Scope scope, Report report) {
        var seen = new HashSet<String>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Expression.Starred) {
                seen.clear();
                continue;
            }
            String key = switch (items.get(i)) {
                case Expression.Text text -> (text.bytes() ? "b'" : "'") + text.value() + "'";
                case Expression.Literal literal -> literal.text();
                default -> "";
            };
            if (!key.isEmpty() && !seen.add(key)) {
                report.add(
                        KnownRule.DUPLICATE_KEY,
                        items.get(i).line(),
                        scope,
                        "The key %s is in this dictionary already.".formatted(key));
            }
            i++;
        }
    }

    private static void sorted(Expression.Subscript subscript, Scope scope, Report report) {
        boolean end = subscript.index() instanceof Expression.Literal first
                        && first.text().equals("0")
                || subscript.index() instanceof Expression.Unary last
                        && last.operators().equals(List.of("-"))
                        && Calls.is(last.operand(), "1");
        if (end
                && subscript.value() instanceof Expression.Call call
                && Calls.name(call, report).equals("sorted")) {
            report.add(KnownRule.SORTED_FIRST, call.line(), scope, "sorted is called for its first or last element.");
        }
    }

    private static void eager(Expression.Call call, Scope scope, Report report) {
        if (call.function() instanceof Expression.Attribute attribute
                && built(Calls.first(call))
                && Watched.LEVELS.contains(attribute.name())
                && logger(attribute.value())) {
            report.add(
                    KnownRule.EAGER_LOG,
                    call.line(),
                    scope,
                    "The text for %s is put together before the level is known.".formatted(attribute.name()));
        }
    }

    private static boolean logger(Expression receiver) {
        return switch (receiver) {
            case Expression.Name name -> LOGGERS.contains(name.id());
            case Expression.Attribute attribute -> LOGGERS.contains(attribute.name());
            default -> false;
        };
    }

    private static boolean built(@org.jspecify.annotations.Nullable Expression text) {
        return text instanceof Expression.Formatted
                || text instanceof Expression.Operation operation
                        && operation.operators().contains("%")
                        && operation.operands().getFirst() instanceof Expression.Text;
    }

    private static void naive(Expression.Call call, Scope scope, Report report) {
        String name = Calls.name(call, report);
        if (name.isEmpty()) {
            return;
        }
        boolean never = name.equals("datetime.datetime.utcnow") || name.equals("datetime.datetime.utcfromtimestamp");
        boolean now = name.equals("datetime.datetime.now") && call.arguments().isEmpty();
        if (never || now) {
            report.add(KnownRule.NAIVE_TIME, call.line(), scope, "%s gives a time without a zone.".formatted(name));
        }
    }
}
