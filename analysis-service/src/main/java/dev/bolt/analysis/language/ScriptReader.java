package dev.bolt.analysis.language;

import dev.bolt.analysis.grammar.SourceTree.Node;
import dev.bolt.analysis.language.Outline.ScopeKind;
import dev.bolt.api.analysis.SymbolKind;
import org.jspecify.annotations.Nullable;

/**
 * JavaScript and TypeScript: classes, interfaces, types, enums and namespaces with their members; functions, those in
 * functions too; variables outside functions; CommonJS's {@code exports.name = function …}.
 */
final class ScriptReader implements LanguageReader {
    private final ScriptImports imports = new ScriptImports();
    private int exported = -1;
    private int exportLine;

    @Override
    public void visit(Node node, Outline outline) {
        imports.visit(node, outline);
        switch (node.kind()) {
            case "export_statement" -> exported(node);
            case "function_declaration", "generator_function_declaration", "function_signature" ->
                function(node, outline);
            case "class_declaration",
                    "abstract_class_declaration",
                    "interface_declaration",
                    "enum_declaration",
                    "type_alias_declaration" -> type(node, outline);
            case "internal_module", "module" -> namespace(node, outline);
            case "method_definition", "method_signature", "abstract_method_signature" -> method(node, outline);
            case "public_field_definition", "field_definition", "property_signature" -> field(node, outline);
            case "enum_body" -> enumConstants(node, outline);
            case "variable_declarator" -> variable(node, outline);
            case "assignment_expression" -> assignment(node, outline);
            case "arrow_function", "function_expression", "generator_function" ->
                outline.enter(node, ScopeKind.FUNCTION);
            case "object", "object_type" -> outline.enter(node, ScopeKind.VALUE);
            case "class" -> unnamedClass(node, outline);
            default -> {}
        }
    }

    private void exported(Node node) {
        Node declaration = node.child("declaration");
        if (declaration != null) {
            exported = declaration.at();
            exportLine = node.line();
        }
    }

    private int line(Node node) {
        return node.at() == exported ? exportLine : node.line();
    }

    private String define(
            Node node, @Nullable Node name, SymbolKind kind, @Nullable String signature, Outline outline) {
        String text = name == null ? "" : Literals.name(name);
        if (text.isEmpty() || outline.kind() == ScopeKind.VALUE) {
            return outline.outer();
        }
        return outline.define(line(node), node, text, outline.qualify(text), kind, signature);
    }

    private void function(Node node, Outline outline) {
        Node name = node.child("name");
        String qualified = define(node, name, SymbolKind.FUNCTION, Signatures.behind(name, node), outline);
        outline.enter(node, qualified, ScopeKind.FUNCTION);
    }

    private void type(Node node, Outline outline) {
        String qualified = define(node, node.child("name"), SymbolKind.CLASS, null, outline);
        ScriptHeritage.of(node).forEach(base -> outline.inherits(qualified, base));
        outline.enter(node, qualified, ScopeKind.TYPE);
    }

    private void namespace(Node node, Outline outline) {
        Node name = node.child("name");
        if (name != null) {
            String qualified = define(node, name, SymbolKind.CLASS, null, outline);
            outline.enter(node, qualified, ScopeKind.NAMESPACE);
        }
    }

    private void method(Node node, Outline outline) {
        Node name = node.child("name");
        String qualified = outline.outer();
        if (outline.kind() == ScopeKind.TYPE) {
            qualified = define(node, name, SymbolKind.METHOD, Signatures.behind(name, node), outline);
        }
        outline.enter(node, qualified, ScopeKind.FUNCTION);
    }

    private void field(Node node, Outline outline) {
        if (outline.kind() != ScopeKind.TYPE) {
            return;
        }
        Node name = node.child("name") == null ? node.child("property") : node.child("name");
        Node value = node.child("value");
        if (value != null && value.is("arrow_function", "function_expression")) {
            define(node, name, SymbolKind.METHOD, Signatures.behind(null, value), outline);
        } else {
            define(node, name, SymbolKind.VARIABLE, null, outline);
        }
    }

    private void enumConstants(Node node, Outline outline) {
        for (Node constant : node.children()) {
            define(
                    constant,
                    constant.is("enum_assignment") ? constant.child("name") : constant,
                    SymbolKind.VARIABLE,
                    null,
                    outline);
        }
    }

    private void variable(Node node, Outline outline) {
        Node name = node.child("name");
        if (name == null || !name.is("identifier") || outline.inFunction() || outline.kind() == ScopeKind.VALUE) {
            return;
        }
        value(node, node.child("value"), name.text(), outline.qualify(name.text()), SymbolKind.VARIABLE, outline);
    }

    /** A named value: a function is entered by its own node, a class here. */
    private void value(
            Node node, @Nullable Node value, String name, String qualified, SymbolKind otherwise, Outline outline) {
        if (value != null && value.is("arrow_function", "function_expression", "generator_function")) {
            boolean method = qualified.contains(".") && otherwise == SymbolKind.METHOD;
            outline.define(
                    node.line(),
                    node,
                    name,
                    qualified,
                    method ? SymbolKind.METHOD : SymbolKind.FUNCTION,
                    Signatures.behind(null, value).replaceFirst("^(async\\s+)?function\\s*\\*?\\s*[\\w$]*\\s*", "$1"));
        } else if (value != null && value.is("class")) {
            outline.define(node.line(), node, name, qualified, SymbolKind.CLASS, null);
            ScriptHeritage.of(value).forEach(base -> outline.inherits(qualified, base));
            outline.enter(node, qualified, ScopeKind.TYPE);
        } else if (otherwise == SymbolKind.VARIABLE) {
            outline.define(node.line(), node, name, qualified, SymbolKind.VARIABLE, null);
        }
    }

    /** One that is a variable's value has been entered as such. */
    private static void unnamedClass(Node node, Outline outline) {
        if (outline.kind() != ScopeKind.TYPE) {
            outline.enter(node, ScopeKind.VALUE);
        }
    }

    /** {@code exports.a = function}, {@code A.prototype.b = function}, {@code app.use = function}. */
    private void assignment(Node node, Outline outline) {
        Node left = node.child("left");
        if (left == null || !left.is("member_expression") || outline.inFunction()) {
            return;
        }
        String written = left.text();
        if (!written.matches("[\\w$]+(\\.[\\w$]+)+") || written.equals("module.exports")) {
            return;
        }
        boolean method = written.contains(".prototype.");
        String qualified = written.replaceFirst("^(module\\.)?exports\\.", "").replace(".prototype.", ".");
        String name = qualified.substring(qualified.lastIndexOf('.') + 1);
        value(node, node.child("right"), name, qualified, method ? SymbolKind.METHOD : SymbolKind.FUNCTION, outline);
    }
}
