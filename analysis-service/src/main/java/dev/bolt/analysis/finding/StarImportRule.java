package dev.bolt.analysis.finding;

import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.ImportedName;
import dev.bolt.analysis.syntax.Module;

/** {@code import.star}: names whose origin cannot be seen; {@code __init__.py} may gather so. */
final class StarImportRule implements Rule {
    @Override
    public void module(Module module, FileModel model, Report report) {
        if (model.path().endsWith("__init__.py")) {
            return;
        }
        for (ImportedName imported : model.imports()) {
            if (imported.name().equals("*")) {
                report.add(
                        KnownRule.IMPORT_STAR,
                        imported.line(),
                        Scope.MODULE,
                        "All names of '%s' are imported: nobody sees which ones are used here."
                                .formatted(imported.written()));
            }
        }
    }
}
