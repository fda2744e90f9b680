package dev.bolt.analysis.language;

import dev.bolt.analysis.grammar.SourceTree.Node;
import dev.bolt.analysis.language.Outline.ScopeKind;
import dev.bolt.analysis.symbol.ImportContext;
import dev.bolt.api.analysis.SymbolKind;
import org.jspecify.annotations.Nullable;

/**
 * C and C++: functions with a body, methods that a class declares, types that have a body or are named by
 * {@code typedef} or {@code using}, their members, enumerators, variables of the file, macros with a value. A namespace
 * is a part of the names in it and no definition.
 */
final class CReader implements LanguageReader {
    private int template = -1;
    private int templateLine;

    @Override
    public void visit(Node node, Outline outline) {
        switch (node.kind()) {
            case "preproc_include" -> include(node, outline);
            case "template_declaration" -> {
                template = node.at();
                templateLine = node.line();
            }
            case "namespace_definition" -> namespace(node, outline);
            case "class_specifier", "struct_specifier", "union_specifier", "enum_specifier" -> type(node, outline);
            case "enumerator" -> named(node, SymbolKind.VARIABLE, null, outline);
            case "type_definition" -> typedef(node, outline);
            case "alias_declaration", "concept_definition" -> named(node, SymbolKind.CLASS, null, outline);
            case "function_definition" -> function(node, outline);
            case "lambda_expression" -> outline.enter(node, ScopeKind.FUNCTION);
            case "field_declaration" -> members(node, outline);
            case "declaration" -> declared(node, outline);
            case "preproc_def" -> {
                if (node.child("value") != null) {
                    named(node, SymbolKind.VARIABLE, null, outline);
                }
            }
            case "preproc_function_def" -> {
                Node parameters = node.child("parameters");
                named(node, SymbolKind.FUNCTION, parameters == null ? null : parameters.text(), outline);
            }
            default -> {}
        }
    }

    private static void include(Node node, Outline outline) {
        Node path = node.child("path");
        if (path != null
                && path.is("string_literal", "system_lib_string")
                && path.text().length() > 2) {
            String written = path.text();
            outline.imports(written.substring(1, written.length() - 1), "", "", node, node, ImportContext.TOP);
        }
    }

    /** The first line of its template, if it is the declaration that a template is for. */
    private int line(Node node) {
        boolean templated =
                template >= 0 && node.at() > template && node.field().isEmpty() && templateLine <= node.line();
        int line = templated ? templateLine : node.line();
        template = -1;
        return line;
    }

    private static void named(Node node, SymbolKind kind, @Nullable String signature, Outline outline) {
        Node name = node.child("name");
        if (name != null) {
            outline.define(node, name.text(), kind, signature);
        }
    }

    private static void namespace(Node node, Outline outline) {
        Node name = node.child("name");
        if (name != null) {
            String dotted = name.text().replaceAll("\\s+", "").replace("::", ".");
            outline.enter(node, outline.qualify(dotted), ScopeKind.NAMESPACE);
        }
    }

    /** One without a body is only spoken of; one without a name belongs to what its variable or typedef is called. */
    private void type(Node node, Outline outline) {
        if (node.child("body") == null) {
            return;
        }
        Node name = node.child("name");
        if (name == null) {
            return;
        }
        String dotted = Declarators.dotted(name);
        String qualified = outline.define(
                line(node),
                node,
                dotted.substring(dotted.lastIndexOf('.') + 1),
                outline.qualify(dotted),
                SymbolKind.CLASS,
                null);
        Node bases = node.childOf("base_class_clause");
        if (bases != null) {
            for (Node base : bases.children()) {
                if (base.is("type_identifier", "qualified_identifier", "template_type")) {
                    outline.inherits(qualified, Declarators.dotted(base));
                }
            }
        }
        outline.enter(node, qualified, ScopeKind.TYPE);
    }

    private static void typedef(Node node, Outline outline) {
        Node type = node.child("type");
        String last = outline.outer();
        for (Node child : node.children()) {
            Node name = child.field().equals("declarator") ? Declarators.name(child) : null;
            if (name != null) {
                last = outline.define(node, name.text(), SymbolKind.CLASS, null);
            }
        }
        if (type != null && type.child("body") != null && type.child("name") == null) {
            outline.enter(node, last, ScopeKind.TYPE);
        }
    }

    private void function(Node node, Outline outline) {
        Node declarator = node.child("declarator");
        Node name = Declarators.name(declarator);
        if (name == null) {
            outline.enter(node, ScopeKind.FUNCTION);
            return;
        }
        String dotted = Declarators.dotted(name);
        boolean method = outline.kind() == ScopeKind.TYPE || dotted.contains(".");
        String qualified = outline.define(
                line(node),
                node,
                dotted.substring(dotted.lastIndexOf('.') + 1),
                outline.qualify(dotted),
                method ? SymbolKind.METHOD : SymbolKind.FUNCTION,
                signature(node, declarator));
        outline.enter(node, qualified, ScopeKind.FUNCTION);
    }

    private static @Nullable String signature(Node node, @Nullable Node declarator) {
        Node function = Declarators.function(declarator);
        Node name = Declarators.name(function);
        if (function == null || name == null) {
            return null;
        }
        Node type = node.child("type");
        String parameters = Signatures.oneLine(name.textBehind(function, true));
        return type == null ? parameters : Signatures.oneLine(type.text()) + " " + parameters;
    }

    private static void members(Node node, Outline outline) {
        if (outline.kind() != ScopeKind.TYPE) {
            return;
        }
        String last = null;
        for (Node child : node.children()) {
            Node name = child.field().equals("declarator") ? Declarators.name(child) : null;
            if (name != null) {
                boolean method = Declarators.function(child) != null;
                last = outline.define(
                        node,
                        name.text(),
                        method ? SymbolKind.METHOD : SymbolKind.VARIABLE,
                        method ? signature(node, child) : null);
            }
        }
        if (last != null) {
            outline.enter(node, last, ScopeKind.TYPE);
        }
    }

    /**
     * Variables with their own storage: what is {@code extern}, and functions without a body, are defined elsewhere.
     */
    private void declared(Node node, Outline outline) {
        int line = line(node);
        if (outline.inFunction()) {
            return;
        }
        boolean member = outline.kind() == ScopeKind.TYPE;
        for (Node child : node.children()) {
            if (child.is("storage_class_specifier") && child.text().equals("extern")) {
                return;
            }
            boolean function = Declarators.function(child) != null;
            Node name = child.field().equals("declarator") ? Declarators.name(child) : null;
            if (name != null && (member || !function)) {
                String dotted = Declarators.dotted(name);
                outline.define(
                        line,
                        node,
                        dotted.substring(dotted.lastIndexOf('.') + 1),
                        outline.qualify(dotted),
                        function ? SymbolKind.METHOD : SymbolKind.VARIABLE,
                        function ? signature(node, child) : null);
            }
        }
    }
}
