package dev.bolt.analysis.language;

import dev.bolt.analysis.grammar.SourceTree.Node;
import dev.bolt.analysis.symbol.Use;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is called, constructed or expanded, and the types that are named. Which variables are read is left out: without
 * the scopes of the language it would be guessed.
 */
final class Uses {
    private static final Pattern NAMES = Pattern.compile("[\\w$]+(?:(?:\\.|::|->)[\\w$]+)*");

    private Uses() {}

    static void visit(Node node, Outline outline) {
        switch (node.kind()) {
            case "call_expression" -> called(node.child("function"), outline);
            case "new_expression" -> called(node.child("type"), outline);
            case "macro_invocation" -> called(node.child("macro"), outline);
            case "class_specifier", "struct_specifier", "union_specifier", "enum_specifier" -> {
                Node name = node.child("body") == null ? node.child("name") : null;
                if (name != null && name.is("type_identifier")) {
                    outline.uses(name.text(), "", name, false);
                }
            }
            case "type_identifier" -> {
                if (!node.field().equals("name") && !node.field().equals("declarator")) {
                    outline.uses(node.text(), "", node, false);
                }
            }
            default -> {}
        }
    }

    private static void called(@Nullable Node function, Outline outline) {
        Node at = function;
        while (at != null && at.is("generic_function", "generic_type", "template_function", "template_type")) {
            Node inside = at.child("function");
            inside = inside == null ? at.child("name") : inside;
            at = inside == null ? at.first() : inside;
        }
        if (at == null) {
            return;
        }
        switch (at.kind()) {
            case "identifier", "type_identifier", "field_identifier" -> outline.uses(at.text(), "", at, true);
            case "selector_expression" -> member(at.child("operand"), at.child("field"), outline);
            case "field_expression" -> {
                Node value = at.child("value");
                member(value == null ? at.child("argument") : value, at.child("field"), outline);
            }
            case "scoped_identifier", "scoped_type_identifier" -> member(at.child("path"), at.child("name"), outline);
            case "qualified_identifier" -> qualified(at, outline);
            default -> {}
        }
    }

    /** C++: the name is what is innermost. */
    private static void qualified(Node node, Outline outline) {
        String dotted = Declarators.dotted(node);
        int dot = dotted.lastIndexOf('.');
        outline.uses(dotted.substring(dot + 1), dot < 0 ? "" : dotted.substring(0, dot), node, true);
    }

    private static void member(@Nullable Node receiver, @Nullable Node name, Outline outline) {
        if (name == null || !name.is("field_identifier", "identifier", "type_identifier")) {
            return;
        }
        String text = receiver == null ? "" : receiver.text();
        String dotted = NAMES.matcher(text).matches()
                ? text.replace("::", ".").replace("->", ".").replaceFirst("^(this|Self)\\b", "self")
                : text.isEmpty() ? "" : Use.COMPLEX;
        outline.uses(name.text(), dotted, name, true);
    }
}
