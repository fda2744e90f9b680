package dev.bolt.analysis.language;

import dev.bolt.analysis.grammar.SourceTree.Node;
import dev.bolt.analysis.symbol.ImportContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code use}, {@code extern crate} and {@code mod name;}, which imports {@code self::name}. Paths are written as seen
 * from the file's own module: {@code super} in a module inside the file is the module around it.
 */
final class RustImports {
    /** Nobody nests braces in one statement deeper; what is inside more is left out. */
    private static final int DEEPEST = 50;

    private record Inner(int after, String name) {}

    private final Deque<Inner> inner = new ArrayDeque<>();

    void visit(Node node, Outline outline) {
        while (!inner.isEmpty() && inner.element().after() <= node.at()) {
            inner.pop();
        }
        switch (node.kind()) {
            case "mod_item" -> module(node, outline);
            case "use_declaration" -> {
                Node argument = node.child("argument");
                if (argument != null) {
                    leaves(List.of(), argument, node, 0, outline);
                }
            }
            case "extern_crate_declaration" -> {
                Node name = node.child("name");
                if (name != null) {
                    add(List.of(name.text()), name.text(), node, node, outline);
                }
            }
            default -> {}
        }
    }

    private void module(Node node, Outline outline) {
        Node name = node.child("name");
        if (name == null) {
            return;
        }
        if (node.child("body") == null) {
            add(List.of("self", name.text()), name.text(), node, name, outline);
        } else {
            inner.push(new Inner(node.after(), name.text()));
        }
    }

    private void leaves(List<String> before, Node node, Node statement, int depth, Outline outline) {
        if (depth > DEEPEST) {
            return;
        }
        switch (node.kind()) {
            case "use_list" -> {
                for (Node each : node.children()) {
                    leaves(before, each, statement, depth + 1, outline);
                }
            }
            case "scoped_use_list" -> {
                Node list = node.child("list");
                if (list != null) {
                    leaves(joined(before, node.child("path")), list, statement, depth + 1, outline);
                }
            }
            case "use_as_clause" -> {
                Node alias = node.child("alias");
                add(joined(before, node.child("path")), alias == null ? "" : alias.text(), statement, node, outline);
            }
            case "use_wildcard" -> {
                var path = new ArrayList<>(joined(before, node.first()));
                path.add("*");
                add(path, "", statement, node, outline);
            }
            case "identifier", "self", "crate", "super", "scoped_identifier" -> {
                List<String> path = joined(before, node);
                boolean itself = path.size() > 1 && path.getLast().equals("self");
                List<String> meant = itself ? path.subList(0, path.size() - 1) : path;
                add(meant, meant.getLast(), statement, node, outline);
            }
            default -> {}
        }
    }

    private static List<String> joined(List<String> before, @Nullable Node path) {
        if (path == null) {
            return before;
        }
        var all = new ArrayList<>(before);
        Arrays.stream(path.text().replaceAll("\\s+", "").split("::"))
                .filter(part -> !part.isEmpty())
                .forEach(all::add);
        return all;
    }

    private void add(List<String> written, String bound, Node statement, Node named, Outline outline) {
        List<String> path = fromFile(written);
        if (path.isEmpty()) {
            return;
        }
        String module = String.join("::", path.subList(0, path.size() - 1));
        boolean whole = path.size() == 1;
        outline.imports(
                whole ? path.getFirst() : module,
                whole ? "" : path.getLast(),
                bound.equals("_") ? "" : bound,
                statement,
                named,
                outline.inFunction() ? ImportContext.FUNCTION : ImportContext.TOP);
    }

    private List<String> fromFile(List<String> written) {
        if (inner.isEmpty()
                || !written.getFirst().equals("self") && !written.getFirst().equals("super")) {
            return written;
        }
        var around = new ArrayDeque<String>();
        inner.forEach(each -> around.addFirst(each.name()));
        int at = 0;
        while (at < written.size() && written.get(at).equals("super") && !around.isEmpty()) {
            around.removeLast();
            at++;
        }
        at += at == 0 && written.getFirst().equals("self") ? 1 : 0;
        var path = new ArrayList<String>();
        if (around.isEmpty() && at < written.size() && written.get(at).equals("super")) {
            return written.subList(at, written.size());
        }
        path.add("self");
        path.addAll(around);
        path.addAll(written.subList(at, written.size()));
        return path;
    }
}
