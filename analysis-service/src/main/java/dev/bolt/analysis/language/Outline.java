package dev.bolt.analysis.language;

import dev.bolt.analysis.grammar.SourceTree;
import dev.bolt.analysis.grammar.SourceTree.Node;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.Heritage;
import dev.bolt.analysis.symbol.ImportContext;
import dev.bolt.analysis.symbol.ImportedName;
import dev.bolt.analysis.symbol.Shared;
import dev.bolt.analysis.symbol.Use;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.analysis.SymbolKind;
import dev.bolt.api.code.SourceSpan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the model of one file while its nodes go by. The scopes around the node are a stack. Names are interned:
 * those of a large workspace repeat some four times.
 */
final class Outline {
    /** What kind of scope a node is. */
    enum ScopeKind {
        /** Definitions inside belong to the file as those outside do. */
        NAMESPACE,
        /** Functions inside are methods. */
        TYPE,
        /** Variables inside are its own. */
        FUNCTION
    }

    private record Scope(int after, String name, ScopeKind kind, boolean inFunction) {}

    private final String path;
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private final List<Symbol> symbols = new ArrayList<>();
    private final List<ImportedName> imports = new ArrayList<>();
    private final List<Heritage> heritage = new ArrayList<>();
    private final Set<Use> uses = new LinkedHashSet<>();
    private final DocComment comment = new DocComment();

    Outline(String path) {
        this.path = path;
        scopes.push(new Scope(Integer.MAX_VALUE, "", ScopeKind.NAMESPACE, false));
    }

    FileModel read(String language, SourceTree tree, LanguageReader reader) {
        for (Node node : tree) {
            while (scope().after() <= node.at()) {
                scopes.pop();
            }
            comment.visit(node);
            Uses.visit(node, this);
            reader.visit(node, this);
        }
        symbols.sort(Comparator.comparingInt(symbol -> symbol.span().startLine()));
        imports.sort(Comparator.comparingInt(ImportedName::line));
        return new FileModel(path, language, "", tree.lines(), symbols, imports, List.copyOf(uses), heritage);
    }

    private Scope scope() {
        return scopes.element();
    }

    /** The qualified name around the node; empty at the file's top. */
    String outer() {
        return scope().name();
    }

    ScopeKind kind() {
        return scope().kind();
    }

    /** Whether the node is in a function, at any depth. */
    boolean inFunction() {
        return scope().inFunction();
    }

    /** What follows inside this node is inside this name. */
    void enter(Node node, String name, ScopeKind kind) {
        boolean inFunction = scope().inFunction() || kind == ScopeKind.FUNCTION;
        scopes.push(new Scope(node.after(), Shared.text(name), kind, inFunction));
    }

    /** What follows inside this node has no name of its own. */
    void enter(Node node, ScopeKind kind) {
        enter(node, outer(), kind);
    }

    String qualify(String name) {
        return outer().isEmpty() ? name : outer() + "." + name;
    }

    /** Adds a definition whose name is inside the scope around; gives its qualified name. */
    String define(Node node, String name, SymbolKind kind, @Nullable String signature) {
        return define(node.line(), node, name, qualify(name), kind, signature);
    }

    /** Adds a definition that begins on this line. */
    String define(int line, Node node, String name, String full, SymbolKind kind, @Nullable String signature) {
        String qualified = Shared.text(full);
        if (!name.isEmpty()) {
            var span = new SourceSpan(path, line, Math.max(line, node.lastLine()));
            symbols.add(new Symbol(Shared.text(name), qualified, kind, span, signature, comment.above(line), 0));
        }
        return qualified;
    }

    void inherits(String type, String base) {
        heritage.add(new Heritage(type, base));
    }

    void uses(String name, String receiver, Node at, boolean call) {
        uses.add(new Use(Shared.text(name), Shared.text(receiver), at.line(), outer(), call));
    }

    void imports(String module, String name, String bound, Node statement, Node named, ImportContext context) {
        boolean renamed = !name.isEmpty() && !name.equals(bound);
        imports.add(new ImportedName(
                Shared.text(module),
                0,
                Shared.text(name),
                Shared.text(bound),
                renamed,
                statement.line(),
                named.line(),
                context));
    }
}
