package dev.bolt.analysis.finding;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Watched;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Questions about calls that several rules ask. */
final class Calls {
    /** The first words of all names that rules ask for by {@link #name}. */
    static final Set<String> WATCHED = Watched.ROOTS;

    private Calls() {}

    /**
     * The full dotted name of what is called, through imports; empty if it is no name or none that begins with one of
     * {@link #WATCHED}.
     */
    static String name(Expression.Call call, Report report) {
        return report.name(call);
    }

    /** The value of a keyword argument; null if it is not given. */
    static @Nullable Expression keyword(Expression.Call call, String name) {
        for (Expression.Argument argument : call.arguments()) {
            if (argument.keyword().equals(name)) {
                return argument.value();
            }
        }
        return null;
    }

    /** The first positional argument; null if there is none. */
    static @Nullable Expression first(Expression.Call call) {
        boolean positional = !call.arguments().isEmpty()
                && call.arguments().getFirst().keyword().isEmpty();
        return positional ? call.arguments().getFirst().value() : null;
    }

    static boolean is(@Nullable Expression value, String literal) {
        return value instanceof Expression.Literal found && found.text().equals(literal);
    }
}
