/** The agents: a fixed number of workers that take steps from the queue. */
@NullMarked
@ApplicationModule(allowedDependencies = {"queue"})
package dev.bolt.orchestrator.agent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
