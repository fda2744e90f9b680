/** Answers a query from ripgrep, and from a scan of our own where there is none. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ingest", "scan", "ripgrep"})
package dev.bolt.search.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
