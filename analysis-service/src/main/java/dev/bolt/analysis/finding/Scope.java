package dev.bolt.analysis.finding;

import dev.bolt.analysis.symbol.Definitions;
import dev.bolt.analysis.syntax.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The definition around a node. Its name is put together when it is asked for: most scopes have no finding.
 *
 * @param outer the one around it; null of a module
 * @param name its own, which may have dots; empty at module level
 * @param function the innermost function; null outside any
 */
record Scope(@Nullable Scope outer, String name, Statement.@Nullable FunctionDef function) {
    static final Scope MODULE = new Scope(null, "", null);

    /** Of a function in a scope. */
    static Scope of(Statement.FunctionDef function, Scope outer) {
        return new Scope(outer, function.name(), function);
    }

    boolean async() {
        return function != null && function.async();
    }

    /** Empty at module level. */
    String qualifiedName() {
        return outer == null ? name : Definitions.qualify(outer.qualifiedName(), name);
    }
}
