/**
 * What files of JavaScript, TypeScript, Go, Rust, C and C++ define and import, read from their syntax trees in one pass
 * without recursion; and what project files say about names of packages.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"grammar", "symbol"})
package dev.bolt.analysis.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
