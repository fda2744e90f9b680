/** The service's HTTP face: each controller speaks one interface of the contract. */
@NullMarked
@ApplicationModule(allowedDependencies = {"query", "ingest"})
package dev.bolt.analysis.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
