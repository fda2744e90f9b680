package dev.bolt.analysis.finding;

import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.ImportContext;
import dev.bolt.analysis.symbol.ImportedName;
import dev.bolt.analysis.syntax.Mentions;
import dev.bolt.analysis.syntax.Module;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code import.unused}: a name imported at module level that the module never mentions. Errs on the side of silence:
 * names inside strings count (annotations, {@code __all__}), and {@code __init__.py}, stubs, {@code import x as x},
 * imports under {@code try} and names that are bound again elsewhere are left alone.
 */
final class UnusedImportRule implements Rule {
    @Override
    public void module(Module module, FileModel model, Report report) {
        if (model.path().endsWith("__init__.py")
                || model.path().endsWith(".pyi")
                || !module.problems().isEmpty()) {
            return;
        }
        Mentions mentioned = module.mentions();
        List<ImportedName> unused = model.imports().stream()
                .filter(imported -> reports(imported) && !mentioned.contains(imported.bound()))
                .toList();
        Set<Integer> members = unused.isEmpty() ? Set.of() : members(module);
        for (ImportedName imported : unused) {
            if (!module.silences().silent(imported.line(), KnownRule.IMPORT_UNUSED.id())
                    && !members.contains(imported.line())) {
                report.add(
                        KnownRule.IMPORT_UNUSED,
                        imported.nameLine(),
                        Scope.MODULE,
                        "'%s' is imported and never used.".formatted(imported.bound()));
            }
        }
    }

    /** Lines at which classes import: that is a member that others reach through them. */
    private static Set<Integer> members(Module module) {
        var lines = new HashSet<Integer>();
        Walk.statements(module.body(), statement -> {
            if (statement instanceof Statement.ClassDef type) {
                type.body().stream()
                        .filter(Statement.ImportFrom.class::isInstance)
                        .forEach(member -> lines.add(member.lines().first()));
            }
        });
        return lines;
    }

    private static boolean reports(ImportedName imported) {
        boolean offered = imported.renamed() && imported.bound().equals(imported.simpleName());
        boolean future = imported.module().equals("__future__");
        return (imported.context() == ImportContext.TOP || imported.context() == ImportContext.TYPE_CHECKING)
                && !imported.name().equals("*")
                && !offered
                && !future;
    }
}
