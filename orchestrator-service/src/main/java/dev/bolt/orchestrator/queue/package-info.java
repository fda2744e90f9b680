/** A bounded queue that is fair between priorities and first-in first-out within one. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bolt.orchestrator.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
