package dev.bolt.api.analysis;

import dev.bolt.api.code.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * An ancestor or descendant.
 *
 * @param name qualified inside its file; as written where the class is not in the workspace
 * @param span where it is; null if it is not in the workspace
 * @param distance 1 for a direct one
 */
public record RelatedType(String name, @Nullable SourceSpan span, int distance) {}
