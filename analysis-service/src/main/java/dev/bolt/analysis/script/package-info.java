/**
 * What files of JavaScript and TypeScript, with JSX or without, define, import and use, by a recursive-descent reader
 * that survives broken files and builds no tree: what it has read goes to the model at once. After ECMA-262 (2025, with
 * annex B's comments), the JSX specification and TypeScript 5.9's grammar. Where only what follows can tell what was
 * read, such as type arguments from comparisons, it is tried and taken back. Nesting beyond a depth is skipped without
 * recursion.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"symbol"})
package dev.bolt.analysis.script;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
