/**
 * Architecture contracts of a workspace, as import-linter users know them: forbidden imports, layers, and modules that
 * are independent of each other, read from the workspace's {@code bolt.yaml} and checked against its import graph.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"graph"})
package dev.bolt.analysis.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
