package dev.bolt.analysis.finding;

import dev.bolt.analysis.syntax.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The definition around a node.
 *
 * @param qualifiedName empty at module level
 * @param function the innermost function; null outside any
 */
record Scope(String qualifiedName, Statement.@Nullable FunctionDef function) {
    static final Scope MODULE = new Scope("", null);

    boolean async() {
        return function != null && function.async();
    }
}
