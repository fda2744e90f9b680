/** Reads workspaces into code models: walks, parses in parallel, and keeps the newest model of each for all to ask. */
@NullMarked
@ApplicationModule(allowedDependencies = {"syntax", "symbol", "grammar", "language", "graph", "contract", "finding"})
package dev.bolt.analysis.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
