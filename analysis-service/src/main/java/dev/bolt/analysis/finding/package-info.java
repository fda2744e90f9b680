/** Rules about Python code: each has a stable id, says what is so with names and numbers, and what to do about it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"syntax", "symbol", "graph", "contract"})
package dev.bolt.analysis.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
