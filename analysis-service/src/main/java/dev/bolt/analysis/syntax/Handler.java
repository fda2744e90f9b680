package dev.bolt.analysis.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@code except}; bare if {@code type} is null. */
public record Handler(
        Lines lines, @Nullable Expression type, @Nullable String name, List<Statement> body) {}
