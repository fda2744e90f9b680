/** Brings the indexes of a workspace up to date: words first, vectors in the background. */
@NullMarked
@ApplicationModule(allowedDependencies = {"chunk", "lexical", "embed", "vector", "store", "pause"})
package dev.bolt.einstein.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
