/** Chunks and embeddings kept in DuckDB, one file for all workspaces, one process at a time. */
@NullMarked
@ApplicationModule(allowedDependencies = {"chunk"})
package dev.bolt.einstein.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
