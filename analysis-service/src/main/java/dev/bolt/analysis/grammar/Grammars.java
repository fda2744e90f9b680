package dev.bolt.analysis.grammar;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All grammars, or why there are none.
 *
 * @param parsers by grammar; all or none
 * @param missing why there are none
 */
record Grammars(Map<Grammar, Parser> parsers, @Nullable String missing) {

    private static final class Loaded {
        static final Grammars ONCE = load(Natives.ofThisMachine());
    }

    static Grammars ofThisMachine() {
        return Loaded.ONCE;
    }

    /** Never fails: what goes wrong is told in {@link #missing}. */
    static Grammars load(Natives natives) {
        try {
            var engine = new TreeSitter(natives);
            var parsers = new EnumMap<Grammar, Parser>(Grammar.class);
            for (Grammar grammar : Grammar.values()) {
                parsers.put(grammar, new Parser(engine, LanguageNames.load(engine, natives, grammar.library())));
            }
            return new Grammars(parsers, null);
        } catch (IOException | RuntimeException | LinkageError failure) {
            return new Grammars(Map.of(), "on " + natives.platform() + " " + failure.getMessage());
        }
    }

    Parser parser(Grammar grammar) {
        Parser parser = parsers.get(grammar);
        if (parser == null) {
            throw new IllegalStateException("There are no grammars " + missing);
        }
        return parser;
    }
}
