/** Reads diffs and says which lines of the files as they are now they change. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bolt.analysis.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
