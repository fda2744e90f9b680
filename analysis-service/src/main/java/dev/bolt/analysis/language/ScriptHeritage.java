package dev.bolt.analysis.language;

import dev.bolt.analysis.grammar.SourceTree.Node;
import java.util.ArrayList;
import java.util.List;

/** What a class or an interface inherits from, without type arguments. */
final class ScriptHeritage {
    private ScriptHeritage() {}

    static List<String> of(Node type) {
        var bases = new ArrayList<String>();
        for (Node child : type.children()) {
            if (child.is("class_heritage")) {
                for (Node part : child.children()) {
                    if (part.is("extends_clause", "implements_clause")) {
                        bases(part, bases);
                    } else {
                        base(part, bases);
                    }
                }
            } else if (child.is("extends_type_clause")) {
                bases(child, bases);
            }
        }
        return bases;
    }

    private static void bases(Node clause, List<String> into) {
        for (Node base : clause.children()) {
            base(base, into);
        }
    }

    private static void base(Node base, List<String> into) {
        Node named = base.is("generic_type") ? base.first() : base;
        if (named != null
                && named.is(
                        "identifier",
                        "type_identifier",
                        "member_expression",
                        "nested_type_identifier",
                        "nested_identifier")) {
            into.add(named.text());
        }
    }
}
