package dev.bolt.analysis.language;

import dev.bolt.analysis.grammar.SourceTree.Node;
import dev.bolt.analysis.language.Outline.ScopeKind;
import dev.bolt.api.analysis.SymbolKind;
import org.jspecify.annotations.Nullable;

/**
 * Rust: structs, enums, unions, traits and type aliases with their members, functions, macros, constants. What an
 * {@code impl} holds belongs to its type, which inherits from the trait that it implements.
 */
final class RustReader implements LanguageReader {
    private final RustImports imports = new RustImports();

    @Override
    public void visit(Node node, Outline outline) {
        imports.visit(node, outline);
        switch (node.kind()) {
            case "mod_item" -> module(node, outline);
            case "struct_item", "enum_item", "union_item", "trait_item", "type_item", "associated_type" ->
                type(node, outline);
            case "impl_item" -> implementation(node, outline);
            case "function_item", "function_signature_item" -> function(node, outline);
            case "macro_definition" -> define(node, SymbolKind.FUNCTION, outline);
            case "const_item", "static_item" -> {
                if (!outline.inFunction()) {
                    define(node, SymbolKind.VARIABLE, outline);
                }
            }
            case "field_declaration", "enum_variant" -> {
                if (outline.kind() == ScopeKind.TYPE) {
                    outline.enter(node, define(node, SymbolKind.VARIABLE, outline), ScopeKind.TYPE);
                }
            }
            default -> {}
        }
    }

    private static String define(Node node, SymbolKind kind, Outline outline) {
        Node name = node.child("name");
        return name == null ? outline.outer() : outline.define(node, name.text(), kind, null);
    }

    private static void module(Node node, Outline outline) {
        Node name = node.child("name");
        if (name != null && node.child("body") != null) {
            outline.enter(node, outline.qualify(name.text()), ScopeKind.NAMESPACE);
        }
    }

    private static void type(Node node, Outline outline) {
        String qualified = define(node, SymbolKind.CLASS, outline);
        Node bounds = node.child("bounds");
        if (bounds != null && node.is("trait_item")) {
            for (Node bound : bounds.children()) {
                String base = base(bound);
                if (base != null) {
                    outline.inherits(qualified, base);
                }
            }
        }
        outline.enter(node, qualified, ScopeKind.TYPE);
    }

    private static void implementation(Node node, Outline outline) {
        String type = base(node.child("type"));
        String trait = base(node.child("trait"));
        String simple = type == null ? "" : type.substring(type.lastIndexOf('.') + 1);
        String qualified = simple.isEmpty() ? outline.outer() : outline.qualify(simple);
        if (trait != null && !simple.isEmpty()) {
            outline.inherits(qualified, trait);
        }
        outline.enter(node, qualified, ScopeKind.TYPE);
    }

    /** The name of a type without arguments, dotted; null for one without a name, such as a tuple. */
    private static @Nullable String base(@Nullable Node type) {
        Node named = type != null && type.is("generic_type", "reference_type") ? type.child("type") : type;
        return named != null && named.is("type_identifier", "scoped_type_identifier")
                ? named.text().replaceAll("\\s+", "").replace("::", ".")
                : null;
    }

    private static void function(Node node, Outline outline) {
        Node name = node.child("name");
        if (name != null) {
            boolean method = outline.kind() == ScopeKind.TYPE;
            String qualified = outline.define(
                    node, name.text(), method ? SymbolKind.METHOD : SymbolKind.FUNCTION, Signatures.behind(name, node));
            outline.enter(node, qualified, ScopeKind.FUNCTION);
        }
    }
}
