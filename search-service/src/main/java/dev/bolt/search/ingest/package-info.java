/** The workspaces this service knows, and how many files a search of each reads. */
@NullMarked
@ApplicationModule(allowedDependencies = {"index", "lease", "store"})
package dev.bolt.search.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
