package dev.bolt.analysis.finding;

import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.ImportContext;
import dev.bolt.analysis.symbol.ImportedName;
import dev.bolt.analysis.syntax.Module;

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
        Mentions mentioned = report.mentioned();
        for (ImportedName imported : model.imports()) {
            if (reports(imported)
                    && !mentioned.contains(imported.bound())
                    && !module.silences().silent(imported.line(), KnownRule.IMPORT_UNUSED.id())) {
                report.add(
                        KnownRule.IMPORT_UNUSED,
                        imported.nameLine(),
                        Scope.MODULE,
                        "'%s' is imported and never used.".formatted(imported.bound()));
            }
        }
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
