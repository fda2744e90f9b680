package dev.bolt.analysis.symbol;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import java.util.ArrayList;
import java.util.List;

/** Gathers what each class of a module inherits from; bases that are calls or other expressions are left out. */
final class HeritageCollector {
    private final List<Heritage> heritage = new ArrayList<>();

    List<Heritage> heritage() {
        return heritage;
    }

    void collect(List<Statement> block, String outer) {
        for (int i = 0, size = block.size(); i < size; i++) {
            Statement statement = block.get(i);
            String inner = switch (statement) {
                case Statement.FunctionDef def -> Definitions.qualify(outer, def.name());
                case Statement.ClassDef def -> {
                    String type = Definitions.qualify(outer, def.name());
                    def.arguments().stream()
                            .filter(argument -> argument.keyword().isEmpty())
                            .forEach(argument -> base(type, argument.value()));
                    yield type;
                }
                default -> outer;
            };
            List<List<Statement>> bodies = statement.blocks();
            for (int j = 0, blocks = bodies.size(); j < blocks; j++) {
                collect(bodies.get(j), inner);
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
