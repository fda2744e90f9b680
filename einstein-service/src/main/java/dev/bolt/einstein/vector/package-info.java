/** Exact cosine search over the vectors of a workspace, in memory and bounded. */
@NullMarked
@ApplicationModule(allowedDependencies = {"chunk"})
package dev.bolt.einstein.vector;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
