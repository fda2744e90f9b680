package dev.bolt.analysis.language;

import dev.bolt.analysis.grammar.SourceTree.Node;
import dev.bolt.analysis.symbol.ImportContext;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code import}, {@code export … from}, {@code require("…")} and {@code import("…")} with a literal. The last counts
 * as executed later, wherever it stands; what only imports types is never executed.
 */
final class ScriptImports {
    private static final Pattern TYPES_ONLY =
            Pattern.compile("^(?:import|export)\\s+type(?:\\s+(?!from\\b)[\\w$]|\\s*[{*])");
    private static final Pattern TYPE_NAME = Pattern.compile("^type\\s+(?!as\\b)[\\w$].*", Pattern.DOTALL);

    private final Map<Integer, String> bindings = new HashMap<>();
    private int typesUntil;
    private int tryUntil;

    void visit(Node node, Outline outline) {
        switch (node.kind()) {
            case "import_statement" -> importStatement(node, outline);
            case "export_statement" -> exportStatement(node, outline);
            case "variable_declarator" -> remember(node);
            case "call_expression" -> call(node, outline);
            case "try_statement" -> tryUntil = Math.max(tryUntil, node.after());
            case "type_annotation", "type_alias_declaration", "interface_declaration", "type_arguments" ->
                typesUntil = Math.max(typesUntil, node.after());
            default -> {}
        }
    }

    private void importStatement(Node node, Outline outline) {
        Node required = node.childOf("import_require_clause");
        Node holder = required == null ? node : required;
        String module = Literals.string(holder.child("source"));
        if (module == null) {
            return;
        }
        boolean types = TYPES_ONLY.matcher(node.text()).find();
        Node clause = required == null ? node.childOf("import_clause") : null;
        if (clause == null) {
            Node bound = required == null ? null : required.childOf("identifier");
            outline.imports(module, "", bound == null ? "" : bound.text(), node, node, top(types));
            return;
        }
        for (Node part : clause.children()) {
            switch (part.kind()) {
                case "identifier" -> outline.imports(module, "default", part.text(), node, part, top(types));
                case "namespace_import" -> {
                    Node bound = part.first();
                    outline.imports(module, "*", bound == null ? "" : bound.text(), node, part, top(types));
                }
                case "named_imports" -> {
                    if (part.first() == null) {
                        outline.imports(module, "", "", node, part, top(types));
                    }
                    specifiers(part, module, node, types, outline);
                }
                default -> {}
            }
        }
    }

    /** The word {@code default} is no name to the grammar. */
    private static void specifiers(Node list, String module, Node statement, boolean types, Outline outline) {
        for (Node each : list.children()) {
            if (each.is("import_specifier", "export_specifier")) {
                Node name = each.child("name");
                Node alias = each.child("alias");
                String taken = name == null ? "default" : Literals.name(name);
                boolean type = types || TYPE_NAME.matcher(each.text()).matches();
                String bound = alias == null ? taken : Literals.name(alias);
                outline.imports(module, taken, bound, statement, each, top(type));
            }
        }
    }

    private static void exportStatement(Node node, Outline outline) {
        String module = Literals.string(node.child("source"));
        if (module == null) {
            return;
        }
        boolean types = TYPES_ONLY.matcher(node.text()).find();
        Node clause = node.childOf("export_clause");
        if (clause == null || clause.first() == null) {
            outline.imports(module, clause == null ? "*" : "", "", node, node, top(types));
        } else {
            specifiers(clause, module, node, types, outline);
        }
    }

    /** Which name a required module gets. */
    private void remember(Node declarator) {
        Node name = declarator.child("name");
        Node value = declarator.child("value");
        if (name != null && value != null && name.is("identifier")) {
            bindings.put(value.at(), name.text());
        }
    }

    private void call(Node node, Outline outline) {
        Node function = node.child("function");
        Node arguments = node.child("arguments");
        if (function == null || arguments == null) {
            return;
        }
        boolean dynamic = function.is("import");
        if (!dynamic && !(function.is("identifier") && function.text().equals("require"))) {
            return;
        }
        String module = Literals.string(literal(arguments));
        if (module != null) {
            outline.imports(
                    module, "", bindings.getOrDefault(node.at(), ""), node, node, context(node, dynamic, outline));
        }
    }

    private static @Nullable Node literal(Node arguments) {
        for (Node argument : arguments.children()) {
            if (!argument.is("comment")) {
                return argument;
            }
        }
        return null;
    }

    private ImportContext context(Node node, boolean dynamic, Outline outline) {
        if (node.at() < typesUntil) {
            return ImportContext.TYPE_CHECKING;
        }
        if (dynamic || outline.inFunction()) {
            return ImportContext.FUNCTION;
        }
        return node.at() < tryUntil ? ImportContext.TRY : ImportContext.TOP;
    }

    private static ImportContext top(boolean types) {
        return types ? ImportContext.TYPE_CHECKING : ImportContext.TOP;
    }
}
