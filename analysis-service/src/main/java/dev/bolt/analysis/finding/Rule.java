package dev.bolt.analysis.finding;

import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Module;
import dev.bolt.analysis.syntax.Statement;

/** Looks at a file and reports. Stateless; overrides what it needs. */
interface Rule {
    /** Once a file, before its statements. */
    default void module(Module module, FileModel model, Report report) {}

    /** Each statement of the kinds that {@link PythonRules} gives it; the scope is the one it stands in. */
    default void statement(Statement statement, Scope scope, Report report) {}

    /** Each expression of the kinds that {@link PythonRules} gives it. */
    default void expression(Expression expression, Scope scope, Report report) {}
}
