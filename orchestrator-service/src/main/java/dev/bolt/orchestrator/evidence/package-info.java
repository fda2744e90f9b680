/** Calling the knowledge services, and fusing what they found into one ranking. */
@NullMarked
@ApplicationModule(allowedDependencies = {"solve", "timeout"})
package dev.bolt.orchestrator.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
