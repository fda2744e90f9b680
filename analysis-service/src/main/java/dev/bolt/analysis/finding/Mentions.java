package dev.bolt.analysis.finding;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Module;
import dev.bolt.analysis.syntax.Walk;
import java.util.HashSet;
import java.util.Set;

/** The names that a module mentions: bare names, and words of short strings, which may be annotations. */
final class Mentions {
    private static final int LONGEST_ANNOTATION = 300;

    private Mentions() {}

    static Set<String> in(Module module) {
        var names = new HashSet<String>();
        Walk.statements(
                module.body(), statement -> Walk.expressions(statement, expression -> gather(expression, names)));
        return names;
    }

    private static void gather(Expression expression, Set<String> names) {
        switch (expression) {
            case Expression.Name name -> names.add(name.id());
            case Expression.Text text when text.value().length() <= LONGEST_ANNOTATION -> words(text.value(), names);
            default -> {}
        }
    }

    private static void words(String text, Set<String> names) {
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_');
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                names.add(text.substring(start, i));
                start = -1;
            }
        }
    }
}
