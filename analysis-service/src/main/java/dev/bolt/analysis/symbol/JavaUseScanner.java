package dev.bolt.analysis.symbol;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what one compilation unit calls and constructs, and the types that it names: those are known by their capital
 * letter. The parameter is the qualified name around.
 */
final class JavaUseScanner extends TreeScanner<@Nullable Void, String> {
    private static final Pattern NAMES = Pattern.compile("[\\w$]+(\\.[\\w$]+)*");

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final Set<Use> uses = new LinkedHashSet<>();

    JavaUseScanner(JavacTask task, CompilationUnitTree unit) {
        this.unit = unit;
        this.positions = Trees.instance(task).getSourcePositions();
    }

    List<Use> uses() {
        return new ArrayList<>(uses);
    }

    @Override
    public @Nullable Void visitPackage(PackageTree tree, String within) {
        return null;
    }

    @Override
    public @Nullable Void visitImport(ImportTree tree, String within) {
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, String within) {
        String name = tree.getSimpleName().toString();
        return super.visitClass(tree, name.isEmpty() ? within : Definitions.qualify(within, name));
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, String within) {
        String name = tree.getReturnType() == null
                ? within.substring(within.lastIndexOf('.') + 1)
                : tree.getName().toString();
        return super.visitMethod(tree, Definitions.qualify(within, name));
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, String within) {
        switch (tree.getMethodSelect()) {
            case IdentifierTree name -> use(name.getName().toString(), "", name, within, true);
            case MemberSelectTree member ->
                use(member.getIdentifier().toString(), receiver(member.getExpression()), member, within, true);
            default -> {}
        }
        return super.visitMethodInvocation(tree, within);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, String within) {
        use(tree.getName().toString(), receiver(tree.getQualifierExpression()), tree, within, false);
        return super.visitMemberReference(tree, within);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, String within) {
        Tree type = tree.getIdentifier() instanceof ParameterizedTypeTree generic
                ? generic.getType()
                : tree.getIdentifier();
        switch (type) {
            case IdentifierTree name -> use(name.getName().toString(), "", name, within, true);
            case MemberSelectTree member ->
                use(member.getIdentifier().toString(), receiver(member.getExpression()), member, within, true);
            default -> {}
        }
        return super.visitNewClass(tree, within);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, String within) {
        String name = tree.getName().toString();
        if (!name.isEmpty() && Character.isUpperCase(name.charAt(0))) {
            use(name, "", tree, within, false);
        }
        return null;
    }

    private static String receiver(ExpressionTree expression) {
        String text = expression.toString();
        if (text.equals("this") || text.startsWith("this.")) {
            return "self" + text.substring("this".length());
        }
        return NAMES.matcher(text).matches() ? text : Use.COMPLEX;
    }

    /** At the line where the tree ends: that of the name. A call says more than that the name is read there. */
    private void use(String called, String before, Tree tree, String within, boolean call) {
        String name = Shared.text(called);
        String receiver = Shared.text(before);
        long end = positions.getEndPosition(unit, tree);
        int line = end < 1 ? 1 : (int) unit.getLineMap().getLineNumber(end - 1);
        if (call || !uses.contains(new Use(name, receiver, line, within, true))) {
            uses.add(new Use(name, receiver, line, within, call));
        }
    }
}
