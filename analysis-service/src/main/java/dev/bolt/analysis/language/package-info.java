/**
 * What files of JavaScript, TypeScript, Go, Rust, C and C++ define and import, read in one pass: the first two by
 * {@code script}, the others from their syntax trees without recursion; and what project files say about names of
 * packages.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"grammar", "script", "symbol"})
package dev.bolt.analysis.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
