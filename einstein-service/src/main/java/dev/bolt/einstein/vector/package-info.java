/** Cosine search over the vectors of a workspace, off the heap and bounded. */
@NullMarked
@ApplicationModule(allowedDependencies = {"chunk"})
package dev.bolt.einstein.vector;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
