package dev.bolt.analysis.syntax;

import java.util.List;

/** A test of {@code if} or {@code elif} and what it guards. */
public record Branch(Expression test, List<Statement> body) {}
