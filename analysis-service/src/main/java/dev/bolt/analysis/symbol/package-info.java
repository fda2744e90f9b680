/**
 * What a file defines, imports and uses: its model, taken from the syntax tree in one pass and kept without the tree.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"syntax"})
package dev.bolt.analysis.symbol;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
