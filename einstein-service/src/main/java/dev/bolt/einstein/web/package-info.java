/** The HTTP face of the service. */
@NullMarked
@ApplicationModule(allowedDependencies = {"query", "ingest"})
package dev.bolt.einstein.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
