/** The HTTP face of text search. */
@NullMarked
@ApplicationModule(allowedDependencies = {"query", "ingest", "lease", "scan"})
package dev.bolt.search.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
