package dev.bolt.analysis.symbol;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.analysis.SymbolKind;
import dev.bolt.api.code.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers types, methods and fields of one compilation unit; the parameter is the qualified name around. */
final class JavaSymbolScanner extends TreeScanner<@Nullable Void, String> {
    private final String path;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Symbol> symbols = new ArrayList<>();
    private final List<ImportedName> imports = new ArrayList<>();
    private final List<Heritage> heritage = new ArrayList<>();

    JavaSymbolScanner(String path, JavacTask task, CompilationUnitTree unit) {
        this.path = path;
        this.unit = unit;
        this.positions = Trees.instance(task).getSourcePositions();
    }

    List<Symbol> symbols() {
        return symbols;
    }

    List<ImportedName> imports() {
        return imports;
    }

    List<Heritage> heritage() {
        return heritage;
    }

    @Override
    public @Nullable Void visitImport(ImportTree tree, String outer) {
        String name = String.valueOf(tree.getQualifiedIdentifier());
        String bound = name.substring(name.lastIndexOf('.') + 1);
        int line = line(positions.getStartPosition(unit, tree));
        imports.add(new ImportedName(name, 0, "", bound, false, line, line, ImportContext.TOP));
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, String outer) {
        String name = tree.getSimpleName().toString();
        if (name.isEmpty()) {
            return null;
        }
        String qualified = Definitions.qualify(outer, name);
        add(name, qualified, SymbolKind.CLASS, tree, null);
        if (tree.getExtendsClause() != null) {
            inherits(qualified, tree.getExtendsClause());
        }
        tree.getImplementsClause().forEach(base -> inherits(qualified, base));
        for (Tree member : tree.getMembers()) {
            scan(member, qualified);
        }
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, String outer) {
        boolean constructor = tree.getReturnType() == null;
        String name = constructor
                ? outer.substring(outer.lastIndexOf('.') + 1)
                : tree.getName().toString();
        String parameters = tree.getParameters().stream()
                .map(parameter -> parameter.getType() + " " + parameter.getName())
                .collect(Collectors.joining(", ", "(", ")"));
        String signature = constructor ? parameters : tree.getReturnType() + " " + parameters;
        add(name, Definitions.qualify(outer, name), SymbolKind.METHOD, tree, signature);
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, String outer) {
        String name = tree.getName().toString();
        if (!name.isEmpty()) {
            add(name, Definitions.qualify(outer, name), SymbolKind.VARIABLE, tree, null);
        }
        return null;
    }

    private void inherits(String type, Tree base) {
        Tree named = base instanceof ParameterizedTypeTree generic ? generic.getType() : base;
        heritage.add(new Heritage(type, named.toString()));
    }

    private void add(String name, String qualified, SymbolKind kind, Tree tree, @Nullable String signature) {
        long start = positions.getStartPosition(unit, tree);
        if (start < 0) {
            return;
        }
        int first = line(start);
        int last = Math.max(first, line(Math.max(start, positions.getEndPosition(unit, tree) - 1)));
        symbols.add(new Symbol(name, qualified, kind, new SourceSpan(path, first, last), signature, null, 0));
    }

    private int line(long position) {
        return (int) unit.getLineMap().getLineNumber(position);
    }
}
