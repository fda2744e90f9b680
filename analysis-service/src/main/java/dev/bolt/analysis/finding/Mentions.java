package dev.bolt.analysis.finding;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Module;
import dev.bolt.analysis.syntax.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names that a module mentions: bare names, and words of short strings, which may be annotations. */
final class Mentions {
    private static final int LONGEST_ANNOTATION = 300;

    private final Set<String> names = new HashSet<>();
    private final List<String> texts = new ArrayList<>();

    private Mentions() {}

    static Mentions in(Module module) {
        var mentions = new Mentions();
        Walk.statements(module.body(), statement -> Walk.expressions(statement, mentions::gather));
        return mentions;
    }

    boolean contains(String name) {
        return names.contains(name) || texts.stream().anyMatch(text -> hasWord(text, name));
    }

    private void gather(Expression expression) {
        if (expression instanceof Expression.Name name) {
            names.add(name.id());
        } else if (expression instanceof Expression.Text text && text.value().length() <= LONGEST_ANNOTATION) {
            texts.add(text.value());
        }
    }

    private static boolean hasWord(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean begins = at == 0 || !inside(text.charAt(at - 1));
            if (begins && (end == text.length() || !inside(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean inside(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
