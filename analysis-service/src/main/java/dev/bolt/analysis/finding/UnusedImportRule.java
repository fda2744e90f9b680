package dev.bolt.analysis.finding;

import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.ImportContext;
import dev.bolt.analysis.symbol.ImportedName;
import dev.bolt.analysis.syntax.Mentions;
import dev.bolt.analysis.syntax.Module;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;

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
        for (ImportedName imported : model.imports()) {
            if (reports(imported)
                    && !mentioned.contains(imported.bound())
                    && !module.silences().silent(imported.line(), KnownRule.IMPORT_UNUSED.id())
                    && !isMember(module, imported)) {
                report.add(
                        KnownRule.IMPORT_UNUSED,
                        imported.nameLine(),
                        Scope.MODULE,
                        "'%s' is imported and never used.".formatted(imported.bound()));
            }
        }
    }

    /** What a class imports is a member that others reach through it. */
    private static boolean isMember(Module module, ImportedName imported) {
        boolean[] found = {false};
        Walk.statements(module.body(), statement -> {
            if (statement instanceof Statement.ClassDef type) {
                found[0] |= type.body().stream()
                        .anyMatch(member -> member instanceof Statement.ImportFrom
                                && member.lines().first() == imported.line());
            }
        });
        return found[0];
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
