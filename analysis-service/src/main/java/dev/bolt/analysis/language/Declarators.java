package dev.bolt.analysis.language;

import dev.bolt.analysis.grammar.SourceTree.Node;
import org.jspecify.annotations.Nullable;

/** What C and C++ declare, which stands inside pointers, arrays, brackets and parameters. */
final class Declarators {
    private Declarators() {}

    /** The name that is declared; null if there is none. */
    static @Nullable Node name(@Nullable Node declarator) {
        Node at = declarator;
        while (at != null
                && !at.is(
                        "identifier",
                        "field_identifier",
                        "type_identifier",
                        "qualified_identifier",
                        "destructor_name",
                        "operator_name",
                        "operator_cast",
                        "template_function")) {
            at = inner(at);
        }
        return at;
    }

    /** The declarator with the parameters, if it is a function that is declared and not a pointer to one. */
    static @Nullable Node function(@Nullable Node declarator) {
        for (Node at = declarator; at != null; at = inner(at)) {
            if (at.is("function_declarator")) {
                Node named = at.child("declarator");
                return named != null && named.is("parenthesized_declarator") ? null : at;
            }
        }
        return null;
    }

    private static @Nullable Node inner(Node declarator) {
        Node inside = declarator.child("declarator");
        if (inside == null
                && declarator.is("parenthesized_declarator", "reference_declarator", "attributed_declarator")) {
            inside = declarator.first();
        }
        return inside;
    }

    /** A name with its scopes, dotted, without template arguments. */
    static String dotted(Node name) {
        if (name.is("template_function", "template_type")) {
            Node bare = name.child("name");
            return bare == null ? name.text() : bare.text();
        }
        if (!name.is("qualified_identifier")) {
            return name.text().replaceAll("\\s+", " ");
        }
        var all = new StringBuilder();
        Node at = name;
        while (at != null && at.is("qualified_identifier")) {
            Node scope = at.child("scope");
            if (scope != null) {
                all.append(dotted(scope)).append('.');
            }
            at = at.child("name");
        }
        return at == null ? all.toString() : all + dotted(at);
    }
}
