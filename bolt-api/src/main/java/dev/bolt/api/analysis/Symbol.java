package dev.bolt.api.analysis;

import dev.bolt.api.code.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * A definition.
 *
 * @param name its last part, such as {@code send}
 * @param qualifiedName inside its file, such as {@code Session.send}
 * @param kind what it defines
 * @param span from its first decorator or keyword to its last line
 * @param signature parameters and return annotation as written, of functions; null otherwise
 * @param docstring first line of its docstring; null if it has none
 * @param complexity cyclomatic complexity (radon's rules), of functions and classes; 0 otherwise
 */
public record Symbol(
        String name,
        String qualifiedName,
        SymbolKind kind,
        SourceSpan span,
        @Nullable String signature,
        @Nullable String docstring,
        int complexity) {}
