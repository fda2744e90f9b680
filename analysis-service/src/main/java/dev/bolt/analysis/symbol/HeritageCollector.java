package dev.bolt.analysis.symbol;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import java.util.ArrayList;
import java.util.List;

/** Gathers what the classes of a module inherit from; bases that are calls or other expressions are left out. */
final class HeritageCollector {
    private final List<Heritage> heritage = new ArrayList<>();

    List<Heritage> heritage() {
        return heritage;
    }

    /** @param type the qualified name of the class */
    void collect(Statement.ClassDef def, String type) {
        for (Expression.Argument argument : def.arguments()) {
            if (argument.keyword().isEmpty()) {
                base(type, argument.value());
            }
        }
    }

    private void base(String type, Expression written) {
        Expression base = written instanceof Expression.Subscript subscript ? subscript.value() : written;
        String name = Walk.dotted(base);
        if (name != null) {
            heritage.add(new Heritage(type, name));
        }
    }
}
