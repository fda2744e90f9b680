/** Answers a query from the index, else by ripgrep, else by a scan of our own. */
@NullMarked
@ApplicationModule(allowedDependencies = {"index", "ingest", "lease", "scan", "rank", "ripgrep", "text"})
package dev.bolt.search.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
