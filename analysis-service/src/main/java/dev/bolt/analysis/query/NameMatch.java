package dev.bolt.analysis.query;

import dev.bolt.api.analysis.Symbol;
import java.util.Locale;

/** How well a definition fits a wanted name, best first. */
enum NameMatch {
    EQUAL,
    PREFIX,
    PART,
    NONE;

    /** Against name and qualified name; the wanted one is lower-case, the empty one fits all alike. */
    static NameMatch of(Symbol symbol, String wanted) {
        if (wanted.isEmpty()) {
            return EQUAL;
        }
        String name = symbol.name().toLowerCase(Locale.ROOT);
        String qualified = symbol.qualifiedName().toLowerCase(Locale.ROOT);
        if (name.equals(wanted) || qualified.equals(wanted)) {
            return EQUAL;
        }
        if (name.startsWith(wanted) || qualified.startsWith(wanted)) {
            return PREFIX;
        }
        return qualified.contains(wanted) ? PART : NONE;
    }
}
