package dev.bolt.analysis.language;

import dev.bolt.analysis.grammar.SourceTree.Node;
import dev.bolt.analysis.language.Outline.ScopeKind;
import dev.bolt.analysis.symbol.ImportContext;
import dev.bolt.api.analysis.SymbolKind;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Go: types with their fields and methods, functions, variables and constants of the package. A method belongs to the
 * type of its receiver, wherever it stands; what is embedded is inherited from.
 */
final class GoReader implements LanguageReader {
    private static final Pattern VERSION = Pattern.compile("v\\d+");

    @Override
    public void visit(Node node, Outline outline) {
        switch (node.kind()) {
            case "import_spec" -> imports(node, outline);
            case "function_declaration" -> function(node, outline);
            case "method_declaration" -> method(node, outline);
            case "func_literal" -> outline.enter(node, ScopeKind.FUNCTION);
            case "type_spec", "type_alias" -> type(node, outline);
            case "field_declaration" -> field(node, outline);
            case "method_elem", "method_spec" -> interfaceMethod(node, outline);
            case "type_elem", "constraint_elem" -> embedded(node.first(), outline);
            case "const_spec", "var_spec" -> names(node, outline);
            default -> {}
        }
    }

    private static void imports(Node node, Outline outline) {
        String module = Literals.string(node.child("path"));
        if (module == null || module.isEmpty()) {
            return;
        }
        Node name = node.child("name");
        String bound = name == null ? packageName(module) : name.text();
        boolean all = bound.equals(".");
        boolean none = bound.equals("_");
        outline.imports(
                module, all ? "*" : "", all || none ? "" : bound, node, name == null ? node : name, ImportContext.TOP);
    }

    /** The last part that is no version, which the package is called by convention. */
    private static String packageName(String module) {
        String[] parts = module.split("/");
        int last = parts.length - 1;
        return last > 0 && VERSION.matcher(parts[last]).matches() ? parts[last - 1] : parts[last];
    }

    private static void function(Node node, Outline outline) {
        Node name = node.child("name");
        if (name != null) {
            String qualified = outline.define(node, name.text(), SymbolKind.FUNCTION, Signatures.behind(name, node));
            outline.enter(node, qualified, ScopeKind.FUNCTION);
        }
    }

    private static void method(Node node, Outline outline) {
        Node name = node.child("name");
        Node receiver = node.child("receiver");
        if (name == null) {
            return;
        }
        Node type = receiver == null ? null : firstType(receiver);
        String qualified = type == null ? name.text() : type.text() + "." + name.text();
        outline.define(node.line(), node, name.text(), qualified, SymbolKind.METHOD, Signatures.behind(name, node));
        outline.enter(node, qualified, ScopeKind.FUNCTION);
    }

    private static @Nullable Node firstType(Node receiver) {
        for (Node inside : receiver.inside()) {
            if (inside.is("type_identifier")) {
                return inside;
            }
        }
        return null;
    }

    private static void type(Node node, Outline outline) {
        Node name = node.child("name");
        if (name != null) {
            String qualified = outline.define(node, name.text(), SymbolKind.CLASS, null);
            outline.enter(node, qualified, ScopeKind.TYPE);
        }
    }

    /** One without a name is embedded. */
    private static void field(Node node, Outline outline) {
        if (outline.kind() != ScopeKind.TYPE) {
            return;
        }
        String last = null;
        for (Node child : node.children()) {
            if (child.field().equals("name")) {
                last = outline.define(node, child.text(), SymbolKind.VARIABLE, null);
            }
        }
        if (last == null) {
            embedded(node.child("type"), outline);
        } else {
            outline.enter(node, last, ScopeKind.TYPE);
        }
    }

    private static void embedded(@Nullable Node type, Outline outline) {
        Node named = type != null && type.is("generic_type") ? type.child("type") : type;
        if (named != null && named.is("type_identifier", "qualified_type") && outline.kind() == ScopeKind.TYPE) {
            outline.inherits(outline.outer(), named.text());
        }
    }

    private static void interfaceMethod(Node node, Outline outline) {
        Node name = node.child("name");
        if (name != null && outline.kind() == ScopeKind.TYPE) {
            outline.define(node, name.text(), SymbolKind.METHOD, Signatures.behind(name, node));
        }
    }

    private static void names(Node node, Outline outline) {
        if (outline.inFunction()) {
            return;
        }
        for (Node child : node.children()) {
            if (child.field().equals("name")
                    && child.is("identifier")
                    && !child.text().equals("_")) {
                outline.define(node, child.text(), SymbolKind.VARIABLE, null);
            }
        }
    }
}
