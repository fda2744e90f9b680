package dev.bolt.analysis.syntax;

import org.jspecify.annotations.Nullable;

/** {@code context as target}. */
public record WithItem(Expression context, @Nullable Expression target) {}
