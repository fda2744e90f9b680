package dev.bolt.analysis.symbol;

import dev.bolt.analysis.syntax.Alias;
import dev.bolt.analysis.syntax.Kinds;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import java.util.ArrayList;
import java.util.List;

/** Gathers the imports of a module, each with where it stands. */
final class ImportCollector {
    private final List<ImportedName> imports = new ArrayList<>();

    List<ImportedName> imports() {
        return imports;
    }

    void collect(List<Statement> block, ImportContext context) {
        for (int i = 0, size = block.size(); i < size; i++) {
            Statement statement = block.get(i);
            if (!Walk.mayContain(statement, Kinds.IMPORT)) {
                continue;
            }
            switch (statement) {
                case Statement.Import plain -> plain.names().forEach(alias -> plain(plain, alias, context));
                case Statement.ImportFrom from -> from.names().forEach(alias -> from(from, alias, context));
                case Statement.FunctionDef def -> collect(def.body(), stronger(context, ImportContext.FUNCTION));
                case Statement.Try guarded ->
                    guarded.blocks().forEach(inner -> collect(inner, stronger(context, ImportContext.TRY)));
                case Statement.If branching -> {
                    branching
                            .branches()
                            .forEach(branch -> collect(
                                    branch.body(),
                                    Definitions.isTypeChecking(branch.test()) ? ImportContext.TYPE_CHECKING : context));
                    collect(branching.orElse(), context);
                }
                default -> {
                    List<List<Statement>> inner = Walk.blocks(statement);
                    for (int j = 0, blocks = inner.size(); j < blocks; j++) {
                        collect(inner.get(j), context);
                    }
                }
            }
        }
    }

    private void plain(Statement.Import statement, Alias alias, ImportContext context) {
        int line = statement.lines().first();
        imports.add(new ImportedName(
                alias.name(), 0, "", alias.bound(), alias.asName() != null, line, alias.line(), context));
    }

    private void from(Statement.ImportFrom statement, Alias alias, ImportContext context) {
        int line = statement.lines().first();
        imports.add(new ImportedName(
                statement.module(),
                statement.level(),
                alias.name(),
                alias.bound(),
                alias.asName() != null,
                line,
                alias.line(),
                context));
    }

    private static ImportContext stronger(ImportContext outer, ImportContext inner) {
        return outer.compareTo(inner) < 0 ? outer : inner;
    }
}
