package dev.bolt.analysis.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code case pattern if guard}. */
public record Case(Expression pattern, @Nullable Expression guard, List<Statement> body) {}
