/**
 * The import graph: imports resolved to files, then compressed sparse rows of {@code int}s, so that circles (Tarjan
 * 1972) and impact (breadth-first search) take time linear in files and imports.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"symbol"})
package dev.bolt.analysis.graph;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
